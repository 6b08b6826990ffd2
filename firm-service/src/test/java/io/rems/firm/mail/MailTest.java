package io.rems.firm.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.Mailbox;
import io.rems.platform.Identifiers;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Letters of the year 2100, which the service's own sender leaves to these tests. */
@RemsTest
class MailTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");

    private final MailSettings settings = new MailSettings(
            "no-reply@rems.example",
            "REMS",
            null,
            Duration.ofDays(1),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            3,
            Duration.ofDays(30));
    private final List<String> carried = new CopyOnWriteArrayList<>();

    @Autowired
    private R2dbcMail queue;

    @Autowired
    private FirmSql sql;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Letters letters;

    @Autowired
    private Transactions transactions;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private Post post;

    @Test
    void ofReplicasThatSendAtOnceOneDoes() throws Exception {
        var id = queued();
        var one = sender(this::note, FUTURE);
        var other = sender(this::note, FUTURE);

        Mono.when(one.deliver(id), other.deliver(id), one.deliver(id)).block(PATIENCE);

        assertThat(carried).hasSize(1);
        assertThat(rowOf(id)).isEqualTo("SENT, words wiped, 1 attempts");
    }

    @Test
    void afterACrashInBetweenItGoesAgainUnderTheSameId() throws Exception {
        var id = queued();
        transactions
                .acrossFirms(queue.take(id, FUTURE, FUTURE.plus(settings.lease())))
                .block(PATIENCE);

        sender(this::note, FUTURE.plusSeconds(60)).deliver(id).block(PATIENCE);
        assertThat(carried).as("while the lease lasts").isEmpty();
        sender(this::note, FUTURE.plus(settings.lease())).deliver(id).block(PATIENCE);

        assertThat(carried).containsExactly("<" + id + "@rems.example>");
    }

    @Test
    void serverThatIsDownIsTriedAgainLater() throws Exception {
        var id = queued();
        sender(MailTest::down, FUTURE).deliver(id).block(PATIENCE);

        sender(this::note, FUTURE.plusSeconds(29)).deliver(id).block(PATIENCE);
        assertThat(carried).as("before the pause is over").isEmpty();
        sender(this::note, FUTURE.plusSeconds(30)).deliver(id).block(PATIENCE);

        assertThat(carried).hasSize(1);
        assertThat(rowOf(id)).isEqualTo("SENT, words wiped, 2 attempts");
    }

    @Test
    void afterTheLastAttemptItIsGivenUpAndItsSecretsToo() throws Exception {
        var id = queued();

        for (int day = 0; day < 4; day++) {
            sender(MailTest::down, FUTURE.plus(Duration.ofDays(day)))
                    .deliver(id)
                    .block(PATIENCE);
        }

        assertThat(rowOf(id)).isEqualTo("GIVEN_UP, words wiped, 3 attempts");
    }

    @Test
    void addressThatTheServerRefusesIsNotTriedAgain() throws Exception {
        var id = queued();

        sender(
                        _ -> {
                            throw new SendFailedException(
                                    "no such user", null, new Address[0], new Address[0], new Address[] {
                                        new InternetAddress("x@y.example")
                                    });
                        },
                        FUTURE)
                .deliver(id)
                .block(PATIENCE);

        assertThat(rowOf(id)).isEqualTo("GIVEN_UP, words wiped, 1 attempts");
    }

    @Test
    void newerLetterOfTheKindReplacesOneThatHasNotGone() throws Exception {
        var addressee = Identifiers.next();
        var first = queued(addressee, "first@users.example");
        var second = queued(addressee, "second@users.example");

        sender(this::note, FUTURE).deliver(first).block(PATIENCE);
        sender(this::note, FUTURE).deliver(second).block(PATIENCE);

        assertThat(carried).containsExactly("<" + second + "@rems.example>");
    }

    @Test
    void addressInAnotherScriptGetsItsMail() {
        var recipient = "\u0645\u062D\u0645\u062F" + Identifiers.next() + "@users.example";

        transactions
                .acrossFirms(post.queue(letter(Identifiers.next(), recipient)))
                .block(PATIENCE);

        assertThat(Mailbox.plain(mailbox.await(recipient, 1))).contains("Noor");
    }

    @Test
    void withoutAServerMailIsWrittenToAFolder(@TempDir Path folder) throws Exception {
        var id = queued();
        var carrier = new FolderCarrier(folder.resolve("mail"));

        sender(carrier, FUTURE).deliver(id).block(PATIENCE);

        try (var files = Files.list(folder.resolve("mail"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(
                            file -> assertThat(Files.readString(file)).contains("Subject: Your password was changed"));
        }
    }

    private UUID queued() throws SQLException {
        return queued(Identifiers.next(), "somebody@users.example");
    }

    /** Due in the future, so that the service's own sender leaves it alone. */
    private UUID queued(UUID addressee, String recipient) throws SQLException {
        var clock = Clock.fixed(FUTURE, ZoneOffset.UTC);
        var later = new R2dbcMail(sql, json, clock);
        transactions.acrossFirms(later.queue(letter(addressee, recipient))).block(PATIENCE);
        return single(
                "SELECT id::text FROM mail WHERE addressee = '" + addressee + "' AND settled_at IS NULL",
                UUID::fromString);
    }

    private static Letter letter(UUID addressee, String recipient) {
        return new Letter(Template.PASSWORD_CHANGED, addressee, recipient, Locale.ENGLISH, Map.of("name", "Noor"));
    }

    private DeliverMail sender(Carrier carrier, Instant now) {
        return new DeliverMail(
                transactions,
                queue,
                new Envelopes(letters, settings),
                carrier,
                settings,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private void note(MimeMessage message) throws MessagingException {
        carried.add(message.getMessageID());
    }

    private static void down(MimeMessage message) throws MessagingException {
        throw new MessagingException("connection refused");
    }

    private String rowOf(UUID id) throws SQLException {
        return single(
                "SELECT outcome || CASE WHEN words IS NULL THEN ', words wiped' ELSE '' END || ', ' || attempts || ' attempts'"
                        + " FROM mail WHERE id = '" + id + "'",
                found -> found);
    }

    private <T> T single(String query, Function<String, T> read) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return read.apply(rows.getString(1));
        }
    }
}
