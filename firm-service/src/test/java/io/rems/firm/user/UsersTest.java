package io.rems.firm.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestEvents;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class UsersTest {
    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    private FirmApi api;

    @BeforeEach
    void asPlatformAdministrator() {
        api = new FirmApi(http);
    }

    @Test
    void platformAdministratorRegistersUser() {
        var id = Identifiers.next();

        register(Map.of("id", id, "email", id + "@Users.example", "name", "\u0646\u0648\u0631", "language", "ar"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("INVITED")
                .jsonPath("$.language")
                .isEqualTo("ar")
                .jsonPath("$.email")
                .isEqualTo(id + "@Users.example");

        var registered = events.await("rems.firm.UserRegistered.v1", id);
        assertThat(registered.firm()).isEqualTo(FirmId.PLATFORM);
        assertThat(registered.data().path("status").stringValue()).isEqualTo("INVITED");
        api.operator().get("/api/v1/platform/users/{id}", id).expectStatus().isOk();
    }

    @Test
    void passwordsAppearInNoEvent() {
        var user = api.newUser();

        var registered = events.await("rems.firm.UserRegistered.v1", user);

        assertThat(registered.data().toString()).doesNotContainIgnoringCase("password", "argon2");
    }

    @Test
    void emailThatDiffersByCaseIsTaken() {
        var email = Identifiers.next() + "@users.example";
        api.newUser(email);

        register(Map.of("email", email.toUpperCase(Locale.ROOT), "name", "Again"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUPLICATE");
    }

    @Test
    void repeatedCommandIsCarriedOutOnce() {
        var email = Identifiers.next() + "@users.example";
        var key = Map.of("Idempotency-Key", email);
        var body = Map.of("email", email, "name", "Once");

        var first = locationOf(api.operator().send(HttpMethod.POST, "/api/v1/platform/users", body, key));
        var second = locationOf(api.operator().send(HttpMethod.POST, "/api/v1/platform/users", body, key));

        assertThat(second).isNotNull().isEqualTo(first);
    }

    @Test
    void fieldsAreChecked() {
        register(Map.of("email", "nobody", "name", "", "password", "short"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    @Test
    void firmSeesWhoWorksInItAndNobodyElse() {
        var firm = api.newFirm();
        var own = api.newUser();
        var foreign = api.newUser();
        api.assign(firm, own, "STAFF");
        api.assign(api.newFirm(), foreign, "STAFF");

        api.adminOf(firm)
                .get("/api/v1/users")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(own.toString());
        api.adminOf(firm).get("/api/v1/users/{id}", own).expectStatus().isOk();
        api.adminOf(firm).get("/api/v1/users/{id}", foreign).expectStatus().isNotFound();
        api.adminOf(firm).get("/api/v1/platform/users/{id}", own).expectStatus().isForbidden();
    }

    private ResponseSpec register(Map<String, Object> body) {
        return api.operator().post("/api/v1/platform/users", body);
    }

    private static @Nullable URI locationOf(ResponseSpec answer) {
        answer.expectStatus().isCreated();
        return answer.returnResult(Void.class).getResponseHeaders().getLocation();
    }
}
