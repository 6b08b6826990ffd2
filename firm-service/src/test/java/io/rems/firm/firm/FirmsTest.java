package io.rems.firm.firm;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class FirmsTest {
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
    void platformAdministratorCreatesFirm() {
        var id = Identifiers.next();
        var name = "Gulf Homes " + id;

        api.operator()
                .post("/api/v1/platform/firms", Map.of("id", id, "name", name, "email", id + "@gulf.example"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/v1/platform/firms/" + id)
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.currency")
                .isEqualTo("KWD")
                .jsonPath("$.timeZone")
                .isEqualTo("Asia/Kuwait")
                .jsonPath("$.status")
                .isEqualTo("ACTIVE");

        var created = events.await("rems.firm.FirmCreated.v1", id);
        assertThat(created.firm().value()).isEqualTo(id);
        assertThat(created.data().path("name").stringValue()).isEqualTo(name);
        api.operator()
                .get("/api/v1/platform/firms?q={q}&count=true", id)
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(id.toString())
                .jsonPath("$.total")
                .isEqualTo(1);
    }

    @Test
    void nameThatDiffersInLettersCaseOrSpacingIsTaken() {
        var id = Identifiers.next();
        create("Sea View " + id, id + "@one.example").expectStatus().isCreated();

        create("SEA  view " + id, id + "@two.example")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUPLICATE");
        create("Lake View " + id, id + "@ONE.example").expectStatus().isEqualTo(409);
    }

    @Test
    void fieldsAreChecked() {
        create(" ", "nobody")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
        api.operator()
                .post("/api/v1/platform/firms", Map.of("name", "X", "email", "x@x.example", "currency", "dinar"))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void firmAdministratorsCreateNoFirms() {
        var firm = api.newFirm();

        api.adminOf(firm)
                .post("/api/v1/platform/firms", Map.of("name", "Mine", "email", "mine@firm.example"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void firmReadsItselfAndNoOther() {
        var own = api.newFirm();
        var other = api.newFirm();
        var staff = http.as(TestCallers.as(own, Role.STAFF, AccessLevel.STANDARD));

        staff.get("/api/v1/firms/{id}", own).expectStatus().isOk();
        staff.get("/api/v1/firms/{id}", other).expectStatus().isNotFound();
    }

    private ResponseSpec create(String name, String email) {
        return api.operator().post("/api/v1/platform/firms", Map.of("name", name, "email", email));
    }
}
