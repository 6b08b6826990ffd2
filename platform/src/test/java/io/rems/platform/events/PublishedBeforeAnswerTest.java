package io.rems.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class PublishedBeforeAnswerTest {
    private static final String TORN = "rems.platform.NoteTorn.v1";

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestDatabase database;

    @Autowired
    private OutboxRelay relay;

    private final UUID note = Identifiers.next();
    private RemsHttp.AsCaller caller;

    @BeforeEach
    void somebodyCalls() {
        caller = http.as(TestCallers.accountant(TestCallers.newFirm()));
    }

    @AfterEach
    void relayRuns() {
        if (!relay.isRunning()) {
            relay.start();
        }
    }

    @Test
    void whoeverIsToldOfASuccessFindsItPublished() {
        tear().expectStatus().isNoContent();

        assertThat(events.all())
                .anyMatch(event -> event.type().equals(TORN) && event.subject().equals(note));
    }

    @Test
    void whatIsCommittedAndCannotBePublishedIsNoSuccessYet() throws SQLException {
        relay.stop();

        tear().expectStatus().isAccepted();

        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void theAnswerWaitsForARelayThatComesBackOfWhateverReplica() throws Exception {
        relay.stop();

        var answer = CompletableFuture.supplyAsync(this::tear);
        Awaitility.await().until(() -> waiting() == 1);
        assertThat(answer).isNotDone();
        relay.start();

        answer.join().expectStatus().isNoContent();
        assertThat(waiting()).isZero();
    }

    @Test
    void anAnswerThatIsRepeatedIsNoSuccessEitherUntilItIsPublished() {
        var key = Map.of("Idempotency-Key", Identifiers.next().toString());
        relay.stop();
        tearOnce(key).expectStatus().isAccepted();

        tearOnce(key).expectStatus().isAccepted().expectHeader().valueEquals("Idempotency-Replayed", "true");
        relay.start();

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> tearOnce(key).expectStatus().isCreated());
        events.await(TORN, note);
    }

    private ResponseSpec tear() {
        return caller.client().delete().uri("/torn-notes/{note}", note).exchange();
    }

    private ResponseSpec tearOnce(Map<String, String> key) {
        return caller.send(HttpMethod.POST, "/torn-notes/{note}", Map.of(), key, note);
    }

    private long waiting() throws SQLException {
        try (var connection = database.asWorker();
                var query = connection.prepareStatement("SELECT count(*) FROM outbox WHERE subject = ?")) {
            query.setObject(1, note);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
