package io.rems.firm.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.firm.FirmApi;
import io.rems.firm.Mailbox;
import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class OnboardingTest {
    private static final String ONBOARDINGS = "/api/v1/platform/onboardings";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private TestDatabase database;

    private final UUID id = Identifiers.next();
    private final FirmId firm = new FirmId(id);
    private final String key = Identifiers.next().toString();
    private final String email = "first@" + id + ".example";
    private FirmApi api;

    @BeforeEach
    void asOperator() {
        api = new FirmApi(http);
    }

    @Test
    void firmBeginsWithItsAdministratorItsSettingsAndItsTemplate() {
        onboard(request())
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/v1/platform/firms/" + id)
                .expectBody()
                .jsonPath("$.firmId")
                .isEqualTo(id.toString())
                .jsonPath("$.administratorEmail")
                .isEqualTo(email);

        var created = events.await("rems.firm.FirmCreated.v1", id);
        assertThat(created.data().path("expenseCategoryTemplate").stringValue()).isEqualTo("KUWAIT_RESIDENTIAL");
        assertThat(created.data().path("weekendDays")).hasSize(2);
        var set = events.await("rems.firm.SettingChanged.v1", id);
        assertThat(set.data().path("value").stringValue()).isEqualTo("14");
        assertThat(set.aggregateVersion()).isEqualTo(2);
        api.adminOf(firm)
                .get("/api/v1/settings")
                .expectBody()
                .jsonPath("$.items[?(@.key == 'billing.invoiceDueDays')].value")
                .isEqualTo("14");
        api.adminOf(firm)
                .get("/api/v1/assignments")
                .expectBody()
                .jsonPath("$.items[0].role")
                .isEqualTo("ADMIN")
                .jsonPath("$.items[0].accessLevel")
                .isEqualTo("FULL");
        assertThat(mailbox.token(email, 1)).isNotEmpty();
    }

    @Test
    void neitherTheStoredAnswerNorAnEventHoldsTheSecretOfTheInvitation() throws Exception {
        var answer = body(onboard(request()));
        var secret = mailbox.token(email, 1);

        assertThat(storedAnswer()).isEqualTo(answer).doesNotContain(secret);
        events.await("rems.firm.FirmCreated.v1", id);
        assertThat(events.all()).noneMatch(event -> event.data().toString().contains(secret));
    }

    @Test
    void everyBadPartIsNamedByItsPath() {
        var bad = Map.of(
                "firm", Map.of("name", " ", "email", email, "employees", 0, "phones", List.of("none")),
                "administrator", Map.of("email", "nobody", "name", "Nobody"),
                "settings", Map.of("no.such", "1", "billing.invoiceDueDays", "soon", "security.maxLoginAttempts", "5"),
                "expenseCategoryTemplate", "CASTLES");

        var fields = onboard(bad)
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(fields)
                .contains("\"firm.name\"", "\"firm.employees\"", "\"firm.phones[0]\"", "\"administrator.email\"")
                .contains("\"settings[no.such]\"", "\"settings[billing.invoiceDueDays]\"")
                .contains("\"expenseCategoryTemplate\"", "must be one of KUWAIT_RESIDENTIAL, COMMERCIAL")
                .doesNotContain("maxLoginAttempts");
    }

    @Test
    void nothingIsLeftOfAnOnboardingThatIsRefused() {
        var other = api.newFirm();
        var taken = new HashMap<String, Object>(request());
        taken.put("firm", Map.of("id", id, "name", "Firm " + other, "email", email));

        onboard(taken).expectStatus().isEqualTo(409);

        nothingIsThere();
    }

    @Test
    void sameKeyMeansTheSameFirm() {
        var first = body(onboard(request()));
        var second = body(onboard(request()));

        assertThat(second).isEqualTo(first);
        api.operator()
                .get("/api/v1/platform/firms?q={q}&count=true", id)
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
    }

    @Test
    void repetitionFindsTheFirmEvenIfTheServiceDiedBeforeItsAnswerWasKept() throws Exception {
        var request = new HashMap<String, Object>(request());
        request.put("firm", Map.of("name", "Nameless " + id, "email", email));
        var first = body(onboard(request));
        forgetTheAnswer();

        var second = body(onboard(request));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void whenTheDatabaseGoesAwayInTheMiddleNothingIsThereAndTheRepetitionCompletes() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection other = database.asWorker()) {
            other.setAutoCommit(false);
            holdTheAdministratorsEmail(other);
            var answer = threads.submit(() -> status(onboard(request())));
            await().atMost(PATIENCE).until(this::endsTheConnectionThatWaits);

            assertThat(answer.get()).isEqualTo(503);
            other.rollback();
        }
        nothingIsThere();

        await().atMost(PATIENCE).until(() -> status(onboard(request())) == 201);

        assertThat(events.await("rems.firm.FirmCreated.v1", id).aggregateVersion())
                .isEqualTo(1);
        assertThat(mailbox.token(email, 1)).isNotEmpty();
    }

    @Test
    void onlyPlatformAdministratorsOnboard() {
        api.adminOf(api.newFirm()).post(ONBOARDINGS, request()).expectStatus().isForbidden();
    }

    private Map<String, Object> request() {
        return Map.of(
                "firm", Map.of("id", id, "name", "Onboarded " + id, "email", "office@" + id + ".example"),
                "administrator", Map.of("email", email, "name", "Noor"),
                "settings", Map.of("billing.invoiceDueDays", "14"),
                "expenseCategoryTemplate", "KUWAIT_RESIDENTIAL");
    }

    private ResponseSpec onboard(Map<String, ?> request) {
        return api.operator().send(HttpMethod.POST, ONBOARDINGS, request, Map.of("Idempotency-Key", key));
    }

    private void nothingIsThere() {
        api.operator().get("/api/v1/platform/firms/{id}", id).expectStatus().isNotFound();
        api.operator()
                .get("/api/v1/platform/users?q={q}", email)
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
    }

    private String storedAnswer() throws SQLException {
        try (var connection = database.asApp(FirmId.PLATFORM);
                var statement = connection.prepareStatement("SELECT body FROM idempotency WHERE key = ?")) {
            statement.setString(1, key);
            var rows = statement.executeQuery();
            assertThat(rows.next()).isTrue();
            return new String(rows.getBytes(1), StandardCharsets.UTF_8);
        }
    }

    private void forgetTheAnswer() throws SQLException {
        try (var connection = database.asApp(FirmId.PLATFORM);
                var statement = connection.prepareStatement(
                        "UPDATE idempotency SET status = NULL, leased_until = now() - interval '1 minute' WHERE key = ?")) {
            statement.setString(1, key);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
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

    private boolean endsTheConnectionThatWaits() throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                         WHERE datname = current_database() AND usename = current_user
                           AND wait_event_type = 'Lock' AND query LIKE '%portal_user%'""")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }

    private static String body(ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
