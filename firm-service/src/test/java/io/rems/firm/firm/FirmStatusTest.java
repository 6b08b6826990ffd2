package io.rems.firm.firm;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestEvents;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class FirmStatusTest {
    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    private FirmApi api;
    private FirmId firm;
    private UUID user;

    @BeforeEach
    void firmWithOneUser() {
        api = new FirmApi(http);
        firm = api.newFirm();
        user = api.newUser();
        api.assign(firm, user, "STAFF");
    }

    @Test
    void suspensionIsToldToTheGatewayToItsPeopleAndToOtherServices() {
        change("suspension", "Unpaid since March")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("SUSPENDED")
                .jsonPath("$.statusReason")
                .isEqualTo("Unpaid since March");

        api.access(user, firm).expectBody().jsonPath("$.firmStatus").isEqualTo("SUSPENDED");
        api.as(user, FirmId.PLATFORM, Role.STAFF)
                .get("/api/v1/me")
                .expectBody()
                .jsonPath("$.firms[0].status")
                .isEqualTo("SUSPENDED");
        var told = events.await("rems.firm.FirmSuspended.v1", firm.value());
        assertThat(told.firm()).isEqualTo(firm);
        assertThat(told.data().path("reason").stringValue()).isEqualTo("Unpaid since March");
    }

    @Test
    void suspendedFirmCanBeReactivated() {
        change("suspension", "Unpaid").expectStatus().isOk();

        change("reactivation", "Paid").expectStatus().isOk();

        api.access(user, firm).expectBody().jsonPath("$.firmStatus").isEqualTo("ACTIVE");
        events.await("rems.firm.FirmReactivated.v1", firm.value());
        refused(change("reactivation", "Paid"), "FIRM_ACTIVE");
    }

    @Test
    void closingIsFinal() {
        change("closure", "Sold").expectStatus().isOk();

        api.access(user, firm).expectBody().jsonPath("$.firmStatus").isEqualTo("CLOSED");
        events.await("rems.firm.FirmClosed.v1", firm.value());
        refused(change("closure", "Sold"), "FIRM_CLOSED");
        refused(change("suspension", "Late"), "FIRM_CLOSED");
        refused(change("reactivation", "Regret"), "FIRM_CLOSED");
        refused(api.grant(firm, api.newUser(), "ADMIN", Map.of()), "FIRM_CLOSED");
    }

    @Test
    void suspensionAndClosureNeedAReason() {
        change("suspension", " ").expectStatus().isEqualTo(422);
        change("closure", "x".repeat(501)).expectStatus().isEqualTo(422);
        api.access(user, firm).expectBody().jsonPath("$.firmStatus").isEqualTo("ACTIVE");
    }

    @Test
    void firmsDoNotSuspendThemselvesNorOthers() {
        api.adminOf(firm)
                .post("/api/v1/platform/firms/{id}/suspension", Map.of("reason", "Holiday"), firm)
                .expectStatus()
                .isForbidden();
    }

    private ResponseSpec change(String command, String reason) {
        return api.operator().post("/api/v1/platform/firms/{id}/" + command, Map.of("reason", reason), firm);
    }

    private static void refused(ResponseSpec answer, String code) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
