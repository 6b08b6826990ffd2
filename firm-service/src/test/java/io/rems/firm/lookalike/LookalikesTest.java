package io.rems.firm.lookalike;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class LookalikesTest {
    private static final String CYRILLIC_COPE = "\u0441\u043E\u0440\u0435";

    @Autowired
    private RemsHttp http;

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
}
