package io.rems.firm.mail;

import io.r2dbc.spi.Row;
import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.work.Due;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The queue in the database. Whoever takes a letter out moves its due time, so that nobody else takes it meanwhile. */
@Repository
class R2dbcMail implements Post {
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final FirmSql sql;
    private final JsonMapper json;
    private final Clock clock;

    R2dbcMail(FirmSql sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<Void> queue(Letter letter) {
        return sql.sql("DELETE FROM mail WHERE addressee = :addressee AND template = :template AND settled_at IS NULL")
                .bind("addressee", letter.addressee())
                .bind("template", letter.template().name())
                .update()
                .then(insert(letter));
    }

    private Mono<Void> insert(Letter letter) {
        return sql.sql("""
                        INSERT INTO mail (id, template, addressee, recipient, language, words, queued_at, due_at, attempts)
                        VALUES (:id, :template, :addressee, :recipient, :language, :words, :now, :now, 0)""")
                .bind("id", Identifiers.next())
                .bind("template", letter.template().name())
                .bind("addressee", letter.addressee())
                .bind("recipient", letter.recipient())
                .bind("language", letter.language().toLanguageTag())
                .bind("words", json.writeValueAsString(letter.words()))
                .bind("now", clock.instant())
                .update()
                .then();
    }

    Mono<List<Due>> due() {
        return Mono.defer(() -> sql.sql("""
                        SELECT id FROM mail WHERE settled_at IS NULL AND due_at <= :now ORDER BY due_at LIMIT 100""")
                .bind("now", clock.instant())
                .list(row -> new Due(FirmId.PLATFORM, row.get("id", UUID.class))));
    }

    /** Empty if another has it, or it is gone. */
    Mono<QueuedLetter> take(UUID id, Instant now, Instant leaseEnd) {
        return sql.sql("""
                        UPDATE mail SET due_at = :leaseEnd, attempts = attempts + 1
                         WHERE id = :id AND settled_at IS NULL AND due_at <= :now
                        RETURNING id, template, addressee, recipient, language, words, attempts""")
                .bind("id", id)
                .bind("now", now)
                .bind("leaseEnd", leaseEnd)
                .one(this::letter);
    }

    Mono<Void> sent(UUID id, Instant now) {
        return settle(id, now, "SENT", null);
    }

    Mono<Void> givenUp(UUID id, Instant now, String failure) {
        return settle(id, now, "GIVEN_UP", failure);
    }

    Mono<Void> postpone(UUID id, Instant due, String failure) {
        return sql.sql("UPDATE mail SET due_at = :due, failure = :failure WHERE id = :id AND settled_at IS NULL")
                .bind("due", due)
                .bind("failure", failure)
                .bind("id", id)
                .update()
                .then();
    }

    /** A few of those that were settled before then. */
    Mono<Void> dropSettledBefore(Instant time) {
        return sql.sql("""
                        DELETE FROM mail WHERE id IN (
                            SELECT id FROM mail WHERE settled_at < :time
                             ORDER BY settled_at LIMIT 10 FOR UPDATE SKIP LOCKED)""").bind("time", time).update().then();
    }

    private Mono<Void> settle(UUID id, Instant now, String outcome, @Nullable String failure) {
        return sql.sql("""
                        UPDATE mail SET settled_at = :now, outcome = :outcome, words = NULL,
                                        failure = coalesce(:failure, failure)
                         WHERE id = :id""")
                .bind("now", now)
                .bind("outcome", outcome)
                .bindNullable("failure", failure, String.class)
                .bind("id", id)
                .update()
                .then();
    }

    private QueuedLetter letter(Row row) {
        return new QueuedLetter(
                row.get("id", UUID.class),
                new Letter(
                        Template.valueOf(row.get("template", String.class)),
                        row.get("addressee", UUID.class),
                        row.get("recipient", String.class),
                        Locale.forLanguageTag(row.get("language", String.class)),
                        json.readValue(row.get("words", String.class), WORDS)),
                row.get("attempts", Integer.class));
    }
}
