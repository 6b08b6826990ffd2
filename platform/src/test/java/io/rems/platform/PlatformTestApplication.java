package io.rems.platform;

import io.rems.platform.access.WhoController;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.events.PublishedEvent;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.events.TearingController;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.TransientDataAccessResourceException;
import reactor.core.publisher.Mono;

/** A service that has nothing but the platform, takes notes of its own events, echoes, stumbles and chokes on poison. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class PlatformTestApplication {
    public static final String NOTE_TAKEN = "rems.platform.NoteTaken.v1";
    public static final String POISONED = "rems.platform.Poisoned.v1";
    public static final String ECHO_WANTED = "rems.platform.EchoWanted.v1";
    public static final String NOTES_COUNTED = "rems.platform.NotesCounted.v1";
    public static final String STUMBLED = "rems.platform.Stumbled.v1";
    public static final AtomicInteger STUMBLES = new AtomicInteger();
    public static final AtomicBoolean POISON_IS_DEADLY = new AtomicBoolean(true);

    /** What the events of these tests carry. */
    @PublishedEvent(type = NOTE_TAKEN, subject = "note", description = "A note was taken.")
    public record Note(UUID noteId, String text) {}

    /** A counter after it was raised. */
    @PublishedEvent(type = "rems.platform.Counted.v1", subject = "note", description = "A note was counted.")
    public record Counted(long v) {}

    /** A note that nobody shall read any more. */
    @PublishedEvent(
            type = "rems.platform.NoteTorn.v1",
            subject = "note",
            beforeAnswer = true,
            description = "A note was torn up.")
    public record NoteTorn(UUID noteId) {}

    @Bean
    TearingController tearingController(Transactions transactions, Outbox outbox) {
        return new TearingController(transactions, outbox);
    }

    @Bean
    WhoController whoController() {
        return new WhoController();
    }

    @Bean
    EventSubscription notes(FirmSql sql, Outbox outbox) {
        return EventSubscription.named("notes")
                .from("platform")
                .on(NOTE_TAKEN, Note.class, (event, note) -> keep(sql, event, note))
                .on(
                        ECHO_WANTED,
                        Note.class,
                        (event, note) -> outbox.append(List.of(Message.of(note.noteId(), 1, note))))
                .on(
                        POISONED,
                        Note.class,
                        (event, note) -> POISON_IS_DEADLY.get()
                                ? Mono.error(new IllegalArgumentException("This is poison: " + note.text()))
                                : keep(sql, event, note))
                .on(
                        STUMBLED,
                        Note.class,
                        (event, note) -> STUMBLES.getAndDecrement() > 0
                                ? Mono.error(new TransientDataAccessResourceException("It will pass"))
                                : keep(sql, event, note))
                .on(NOTES_COUNTED, Note.class, (event, note) -> count(sql, event, note));
    }

    private static Mono<Void> count(FirmSql sql, ReceivedEvent event, Note note) {
        return sql.sql("SELECT count(*) AS notes FROM note")
                .one(row -> row.get("notes", Long.class))
                .flatMap(seen -> keep(sql, event, new Note(note.noteId(), note.text() + " as " + seen)));
    }

    private static Mono<Void> keep(FirmSql sql, ReceivedEvent event, Note note) {
        return sql.sql("INSERT INTO note (firm_id, id, text) VALUES (:firm, :id, :text)")
                .bind("id", Identifiers.next())
                .bind("text", note.noteId() + " " + note.text() + " " + event.aggregateVersion())
                .update()
                .then();
    }
}
