package io.rems.firm.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.firm.FirmApi;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;

@RemsTest
class LookalikesTest {
    private static final String CYRILLIC_COPE = "\u0441\u043E\u0440\u0435";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestDatabase database;

    @Autowired
    private DueWorkRunner timers;

    @Autowired
    @Qualifier("looksOfBefore")
    private DueWork looksOfBefore;

    private FirmApi api;
    private String host;

    @BeforeEach
    void asPlatformAdministrator() {
        api = new FirmApi(http);
        host = "@h" + Identifiers.next() + ".example";
    }

    @Test
    void addressThatLooksLikeAnotherIsRefused() {
        api.newUser("cope" + host);

        assertThat(code(register(CYRILLIC_COPE + host))).isEqualTo("LOOKALIKE");
        assertThat(code(invite(CYRILLIC_COPE + host))).isEqualTo("LOOKALIKE");
    }

    @Test
    void addressThatMixesScriptsIsRefusedWhetherOrNotItResemblesOne() {
        assertThat(code(invite("p\u0430ypal" + host))).isEqualTo("LOOKALIKE");
    }

    @Test
    void latinAddressesThatResembleEachOtherAreBothGood() {
        register("modern" + host).expectStatus().isCreated();
        register("modem" + host).expectStatus().isCreated();
    }

    @Test
    void whoWasThereBeforeLooksWereKeptIsNotImitatedEither() throws Exception {
        var user = api.newUser("cope" + host);
        var first = Identifiers.next();
        newFirm(first, "Cope " + host).expectStatus().isCreated();
        asBeforeLooksWereKept(user, first);
        var second = Identifiers.next();
        newFirm(second, "\u0421\u043E\u0440\u0435 " + host).expectStatus().isCreated();
        asBeforeLooksWereKept(second);

        Flux.range(0, 4).flatMap(_ -> timers.runOnce(looksOfBefore), 4).blockLast(PATIENCE);
        await().atMost(PATIENCE).until(() -> count("lookalike_of_before WHERE done_at IS NOT NULL") == 2);

        assertThat(code(register(CYRILLIC_COPE + host))).isEqualTo("LOOKALIKE");
        assertThat(code(firm("C\u043Ep\u0435 " + host))).isEqualTo("LOOKALIKE");
        assertThat(count("lookalike WHERE owner = '" + first + "'")).isEqualTo(1);
        assertThat(count("lookalike WHERE owner = '" + second + "'")).isZero();
    }

    @Test
    void firmThatLookedLikeAnotherBeforeKeepsItsNameAndChangesEverythingElse() throws Exception {
        var first = Identifiers.next();
        newFirm(first, "Cope " + host).expectStatus().isCreated();
        asBeforeLooksWereKept(first);
        var later = Identifiers.next();
        newFirm(later, "\u0421\u043E\u0440\u0435 " + host).expectStatus().isCreated();
        asBeforeLooksWereKept(later);
        timers.runOnce(looksOfBefore).block(PATIENCE);
        await().atMost(PATIENCE).until(() -> count("lookalike_of_before WHERE done_at IS NOT NULL") == 2);

        describe(later, "\u0421\u043E\u0440\u0435 " + host, 1).expectStatus().isOk();

        assertThat(code(describe(later, "C\u043Ep\u0435 " + host, 2))).isEqualTo("LOOKALIKE");
    }

    @Test
    void ofTwoLookalikesAtOnceOneIsTaken() {
        var answers = List.of("cope" + host, CYRILLIC_COPE + host).stream()
                .map(email -> CompletableFuture.supplyAsync(() -> code(register(email))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).contains("LOOKALIKE").hasSize(2).anyMatch(answer -> !answer.equals("LOOKALIKE"));
    }

    @Test
    void homographFirmNameIsRefused() {
        var name = "Gulf Estate " + Identifiers.next();
        firm(name).expectStatus().isCreated();

        assertThat(code(firm(name.replace('a', '\u0430')))).isEqualTo("LOOKALIKE");
    }

    private ResponseSpec register(String email) {
        return api.operator().post("/api/v1/platform/users", Map.of("email", email, "name", "Somebody"));
    }

    private ResponseSpec invite(String email) {
        return api.adminOf(api.newFirm())
                .post("/api/v1/users/invitations", Map.of("email", email, "name", "Somebody", "role", "STAFF"));
    }

    private ResponseSpec firm(String name) {
        return api.operator()
                .post("/api/v1/platform/firms", Map.of("name", name, "email", Identifiers.next() + "@firms.example"));
    }

    private static String code(ResponseSpec response) {
        var body = response.expectBody(Map.class).returnResult().getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("code"));
    }

    private ResponseSpec newFirm(UUID id, String name) {
        return api.operator()
                .post("/api/v1/platform/firms", Map.of("id", id, "name", name, "email", "office@" + id + ".example"));
    }

    private ResponseSpec describe(UUID id, String name, long version) {
        return api.operator()
                .put(
                        "/api/v1/platform/firms/{id}",
                        version,
                        Map.of("name", name, "email", "office@" + id + ".example", "employees", 7),
                        id);
    }

    private void asBeforeLooksWereKept(UUID... owners) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement()) {
            for (var owner : owners) {
                statement.execute("DELETE FROM lookalike WHERE owner = '" + owner + "'");
            }
            statement.execute("UPDATE lookalike_of_before SET done_at = NULL, done_up_to = '" + new UUID(0, 0) + "'");
        }
    }

    private int count(String from) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
