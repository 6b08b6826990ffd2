package io.rems.firm.me;

import io.rems.firm.FirmApi;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@RemsTest
class MeTest {
    @Autowired
    private RemsHttp http;

    private FirmApi api;

    @BeforeEach
    void asPlatformAdministrator() {
        api = new FirmApi(http);
    }

    @Test
    void userSeesHimselfHisFirmsAndWhatHeMay() {
        var first = api.newFirm();
        var second = api.newFirm();
        var user = api.newUser();
        api.assign(first, user, "ACCOUNTANT");
        api.assign(second, user, "VIEWER");

        api.as(user, second, Role.VIEWER)
                .get("/api/v1/me")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user.id")
                .isEqualTo(user.toString())
                .jsonPath("$.user.language")
                .isEqualTo("en")
                .jsonPath("$.firm.id")
                .isEqualTo(second.toString())
                .jsonPath("$.role")
                .isEqualTo("VIEWER")
                .jsonPath("$.platformAdministrator")
                .isEqualTo(false)
                .jsonPath("$.permissions[?(@ == 'property:read')]")
                .exists()
                .jsonPath("$.permissions[?(@ == 'property:write')]")
                .doesNotExist()
                .jsonPath("$.firms.length()")
                .isEqualTo(2)
                .jsonPath("$.firms[?(@.primary == true)].id")
                .isEqualTo(first.toString());
    }

    @Test
    void platformAdministratorWorksInNoFirm() {
        var user = api.newUser();

        http.as(Caller.platformAdministrator(user))
                .get("/api/v1/me")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.platformAdministrator")
                .isEqualTo(true)
                .jsonPath("$.firm")
                .isEmpty()
                .jsonPath("$.role")
                .isEmpty()
                .jsonPath("$.firms")
                .isEmpty();
    }

    @Test
    void serviceHasNoProfile() {
        http.as(Caller.service("approval", FirmId.PLATFORM))
                .get("/api/v1/me")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void firmWhereOneDoesNotWorkIsNotPrimary() {
        var firm = api.newFirm();
        var user = api.newUser();
        api.assign(firm, user, "STAFF");

        api.as(user, firm, Role.STAFF)
                .send(
                        HttpMethod.PUT,
                        "/api/v1/me/primary-firm",
                        Map.of("firmId", api.newFirm().value()),
                        Map.of())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_ASSIGNED");
    }

    @Test
    void withoutTokenNobodyIsAnswered() {
        http.client().get().uri("/api/v1/me").exchange().expectStatus().isUnauthorized();
    }
}
