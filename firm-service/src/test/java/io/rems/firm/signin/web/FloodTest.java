package io.rems.firm.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Many more sign-ins than can be served, beside what everybody else does. */
@RemsTest
class FloodTest {
    private static final int FLOOD = 150;
    private static final int ROUNDS = 25;

    /** How a sign-in was answered. */
    record Answer(int status, @Nullable String retryAfter) {

        static Answer of(ResponseSpec response) {
            var result = response.returnResult(Void.class);
            return new Answer(
                    result.getStatus().value(), result.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER));
        }
    }

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestDatabase database;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final String email = Identifiers.next() + "@users.example";
    private FirmApi api;
    private UUID user;
    private FirmId firm;
    private SignInClient client;

    @BeforeEach
    void somebodyAtWork() {
        api = new FirmApi(http);
        user = api.newUser(email);
        firm = api.newFirm();
        api.assign(firm, user, "STAFF");
        client = new SignInClient(http, "203.0.113.90");
    }

    @AfterEach
    void close() {
        callers.close();
    }

    @Test
    void surplusOfAFloodIsTurnedAwayAndNoReadFails() {
        var flood = flood();

        var reads = reads();

        assertThat(reads).containsOnly(200);
        var answers = flood.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(Answer::status).contains(200, 429).containsOnly(200, 429);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).allSatisfy(FloodTest::saysWhenToComeAgain);
        client.signedIn(email);
    }

    /** All of them for one e-mail, whose row somebody holds: each that is served keeps its connection. */
    @Test
    void signInsThatTheDatabaseHoldsUpLeaveConnectionsToTheOthers() throws SQLException {
        List<CompletableFuture<Answer>> flood;
        try (var holder = holdingUp(
                "INSERT INTO sign_in_attempt (email_key, failures, last_at) VALUES ('" + email + "', 0, now())")) {
            flood = flood();
            Awaitility.await().until(() -> heldUp() > 0);

            var reads = reads();

            assertThat(reads).containsOnly(200);
            holder.rollback();
        }
        var answers = flood.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(Answer::status).contains(429);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).allSatisfy(FloodTest::saysWhenToComeAgain);
        client.signedIn(email);
    }

    /** No password, no token: all of them with one refresh token, whose row somebody holds. */
    @Test
    void whatNeedsNoPasswordLeavesConnectionsToTheOthersToo() throws SQLException {
        var pair = client.signedIn(email);
        List<CompletableFuture<Answer>> flood;
        try (var holder = holdingUp("SELECT FROM sign_in_session WHERE user_id = '" + user + "' FOR UPDATE")) {
            flood = flood(() -> client.refresh(pair), 2 * FLOOD);
            Awaitility.await().until(() -> heldUp() > 0);

            assertThat(reads()).containsOnly(200);
            assertThat(client.login(Identifiers.next() + "@users.example", FirmApi.PASSWORD))
                    .satisfies(login -> login.expectStatus().isUnauthorized());
            holder.rollback();
        }
        var answers = flood.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(Answer::status).contains(429);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).allSatisfy(FloodTest::saysWhenToComeAgain);
    }

    private List<CompletableFuture<Answer>> flood() {
        return flood(() -> client.login(email, FirmApi.PASSWORD), FLOOD);
    }

    private List<CompletableFuture<Answer>> flood(Supplier<ResponseSpec> call, int times) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> Answer.of(call.get()), callers))
                .limit(times)
                .toList();
    }

    /** What the gateway looks up, what a portal asks for first, and a read in a firm's scope. */
    private List<Integer> reads() {
        Stream<Supplier<ResponseSpec>> reads = Stream.of(
                () -> api.access(user, firm),
                () -> api.as(user, firm, Role.STAFF).get("/api/v1/me"),
                () -> http.as(TestCallers.admin(firm)).get("/api/v1/firms/{id}", firm));
        return reads.flatMap(read -> Stream.generate(read).limit(ROUNDS))
                .map(answer -> answer.returnResult(Void.class).getStatus().value())
                .toList();
    }

    private static void saysWhenToComeAgain(Answer answer) {
        assertThat(answer.retryAfter()).isEqualTo("5");
    }

    private Connection holdingUp(String command) throws SQLException {
        var connection = database.asWorker();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
        return connection;
    }

    private int heldUp() throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT count(*) FROM pg_stat_activity
                         WHERE datname = current_database() AND wait_event_type = 'Lock'""")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
