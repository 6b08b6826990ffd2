package io.rems.firm.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.firm.FirmApi;
import io.rems.firm.Mailbox;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestDatabaseServer;
import io.rems.platform.test.TestEvents;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

@RemsTest
@TestPropertySource(properties = TestDatabaseServer.WANTED + "=true")
@DirtiesContext
class OnboardingThroughRestartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private TestDatabase database;

    @Autowired
    private TestDatabaseServer server;

    private final UUID id = Identifiers.next();
    private final String key = Identifiers.next().toString();
    private final String email = "first@" + id + ".example";

    @Test
    void isCarriedOutOnceThoughTheDatabaseServerIsRestartedInTheMiddle() throws Exception {
        var api = new FirmApi(http);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var other = database.asWorker()) {
            other.setAutoCommit(false);
            holdTheAdministratorsEmail(other);
            var answer = threads.submit(() -> onboard(api));
            await().atMost(PATIENCE).until(this::isHeldUpInTheMiddle);

            server.stop();

            assertThat(answer.get()).satisfies(OnboardingThroughRestartTest::saysThatItIsUnavailable);
        }
        assertThat(onboard(api)).satisfies(OnboardingThroughRestartTest::saysThatItIsUnavailable);

        server.start();

        await().atMost(PATIENCE).until(this::nothingIsThere);
        var refusals = new ArrayList<EntityExchangeResult<byte[]>>();
        var done = await().atMost(PATIENCE)
                .until(() -> noting(refusals, onboard(api)), answer -> answer.getStatus() == HttpStatus.CREATED);
        assertThat(refusals).allSatisfy(OnboardingThroughRestartTest::saysToTryAgain);
        assertThat(onboard(api).getResponseBody()).isEqualTo(done.getResponseBody());
        assertThat(mailbox.token(email, 1)).isNotEmpty();
        assertThat(mailbox.of(email)).hasSize(1);
        assertThat(count("FROM firm")).isEqualTo(1);
        assertThat(count("FROM portal_user WHERE email = '" + email + "'")).isEqualTo(1);
        events.await("rems.firm.AssignmentGranted.v1", assignment());
        assertThat(events.all())
                .filteredOn(event -> event.subject().equals(id))
                .extracting(event -> event.type())
                .containsExactly("rems.firm.FirmCreated.v1", "rems.firm.SettingChanged.v1");
    }

    private EntityExchangeResult<byte[]> onboard(FirmApi api) {
        var request = Map.of(
                "firm", Map.of("id", id, "name", "Onboarded " + id, "email", "office@" + id + ".example"),
                "administrator", Map.of("email", email, "name", "Noor"),
                "settings", Map.of("billing.invoiceDueDays", "14"));
        return api.operator()
                .send(HttpMethod.POST, "/api/v1/platform/onboardings", request, Map.of("Idempotency-Key", key))
                .expectBody()
                .returnResult();
    }

    private static EntityExchangeResult<byte[]> noting(
            List<EntityExchangeResult<byte[]>> refusals, EntityExchangeResult<byte[]> answer) {
        if (answer.getStatus() != HttpStatus.CREATED) {
            refusals.add(answer);
        }
        return answer;
    }

    private static void saysThatItIsUnavailable(EntityExchangeResult<byte[]> answer) {
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        saysToTryAgain(answer);
    }

    /** 409 while the first attempt still counts as alive: its key could not be given back without a database. */
    private static void saysToTryAgain(EntityExchangeResult<byte[]> answer) {
        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isNotNull();
        assertThat(new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8))
                .containsAnyOf("\"SERVICE_UNAVAILABLE\"", "\"IDEMPOTENCY_IN_FLIGHT\"");
    }

    private void holdTheAdministratorsEmail(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO portal_user (id, email, email_key, name, language, status, platform_administrator,
                                         created_at, version)
                VALUES (gen_random_uuid(), ?, ?, 'Somebody', 'en', 'INVITED', false, now(), 1)""")) {
            statement.setString(1, email);
            statement.setString(2, email);
            statement.executeUpdate();
        }
    }

    private boolean isHeldUpInTheMiddle() throws SQLException {
        return count("""
                FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user
                 AND wait_event_type = 'Lock' AND query LIKE '%portal_user%'""") == 1;
    }

    /** False also while the server does not let in yet whoever asks. */
    private boolean nothingIsThere() {
        try {
            return count("FROM firm") == 0
                    && count("FROM portal_user WHERE email = '" + email + "'") == 0
                    && count("FROM mail WHERE recipient = '" + email + "'") == 0
                    && count("FROM outbox WHERE subject = '" + id + "'") == 0;
        } catch (SQLException _) {
            return false;
        }
    }

    private UUID assignment() throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM assignment")) {
            assertThat(rows.next()).isTrue();
            return rows.getObject(1, UUID.class);
        }
    }

    private int count(String from) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
