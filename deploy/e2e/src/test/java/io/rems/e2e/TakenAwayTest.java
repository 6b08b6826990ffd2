package io.rems.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.local.App;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever was told that access has ended can rely on it, whatever becomes of firm-service. */
@EndToEnd
class TakenAwayTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    /** A relay that died keeps its slots for half a minute. */
    private static final Duration RECOVERED = Duration.ofSeconds(60);

    private SampleFirm firm;
    private Person leaver;
    private Answer assignment;

    @BeforeEach
    void somebodyWorksInAFirm(Suite suite) {
        firm = SampleFirm.empty(suite, "Taken away " + UUID.randomUUID());
        var email = "leaver-" + UUID.randomUUID() + "@e2e.example";
        var user = suite.operator()
                .create(
                        "/api/v1/platform/users",
                        Map.of("email", email, "name", "Leaver", "password", Person.PASSWORD));
        assignment = suite.operator()
                .post(
                        "/api/v1/platform/firms/" + firm.id() + "/assignments",
                        Map.of("userId", user, "role", "ACCOUNTANT"))
                .expect(201);
        leaver = Person.signIn(suite.gateway(), email).in(firm.id());
        await().atMost(Duration.ofSeconds(10)).until(this::works);
    }

    @AfterEach
    void firmServicePublishesAgain(Suite suite) throws SQLException {
        try (var database = suite.stack().connectAsSuperuser(App.FIRM)) {
            await().atMost(RECOVERED).until(() -> count(database, "SELECT count(*) FROM outbox") == 0);
        }
    }

    @Test
    void anEndThatWasToldHoldsWithFirmServiceDown(Suite suite) throws InterruptedException {
        end().expect(204);
        suite.stack().kill(App.FIRM);

        await().pollInterval(Duration.ofMillis(20)).atMost(AT_ONCE).until(() -> !works());
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> !works());
        suite.stack().restart(App.FIRM);

        await().atMost(RECOVERED)
                .until(() -> leaver.get("/api/v1/owners").code().equals("FIRM_ACCESS_DENIED"));
    }

    /** The relay publishes nothing that is younger than a transaction that is still open, so it can be caught there. */
    @Test
    void anEndThatFirmServiceDiedOfBeforeItWasPublishedWasNeverToldAsDone(Suite suite) throws Exception {
        Answer told;
        try (var older = suite.stack().connectAsSuperuser(App.FIRM);
                var looks = suite.stack().connectAsSuperuser(App.FIRM)) {
            older.setAutoCommit(false);
            count(older, "SELECT pg_current_xact_id()::text::bigint");
            var answer = CompletableFuture.supplyAsync(this::end);
            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> count(
                                    looks,
                                    "SELECT count(*) FROM outbox WHERE type = 'rems.firm.AssignmentEnded.v1' AND subject = '"
                                            + assignment.id() + "'")
                            == 1);
            suite.stack().kill(App.FIRM);
            told = answer.join();
        }

        assertThat(told.status()).as(told.text()).isGreaterThanOrEqualTo(500);
        suite.stack().restart(App.FIRM);
        await().atMost(RECOVERED)
                .until(() -> leaver.get("/api/v1/owners").code().equals("FIRM_ACCESS_DENIED"));
    }

    private boolean works() {
        return leaver.get("/api/v1/owners").status() == 200;
    }

    private Answer end() {
        return firm.administrator()
                .call("DELETE", "/api/v1/assignments/" + assignment.id())
                .with("If-Match", assignment.etag())
                .send();
    }

    private static long count(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
