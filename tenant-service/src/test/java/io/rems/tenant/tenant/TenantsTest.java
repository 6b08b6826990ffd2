package io.rems.tenant.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import io.rems.tenant.TestFirm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@RemsTest
class TenantsTest {

    private final TestFirm firm;

    @Autowired
    TenantsTest(RemsHttp http, TestEvents events, TestDatabase database) {
        firm = new TestFirm(http, events, database);
    }

    @Test
    void tenantIsRegisteredAndOthersHearHisNameButNotHowToReachHim() {
        var id = UUID.randomUUID();
        var request = Map.of(
                "id", id, "name", "Emma Johnson", "type", "PERSON", "email", "emma@school.example", "language", "en");

        firm.accountant()
                .post("/api/v1/tenants", request)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectHeader()
                .valueEquals("Location", "/api/v1/tenants/" + id)
                .expectBody()
                .jsonPath("$.email")
                .isEqualTo("emma@school.example");

        var event = firm.events().await("rems.tenant.TenantRegistered.v1", id);
        assertThat(event.firm()).isEqualTo(firm.id());
        assertThat(event.data().get("name").asString()).isEqualTo("Emma Johnson");
        assertThat(event.data().toString()).doesNotContain("emma@school.example");
    }

    @Test
    void repeatedImportFindsWhatItCreated() {
        var request = Map.of("id", UUID.randomUUID(), "name", "Emma Johnson", "type", "PERSON");
        firm.accountant().post("/api/v1/tenants", request).expectStatus().isCreated();

        firm.accountant()
                .post("/api/v1/tenants", request)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUPLICATE");
    }

    @Test
    void changeNamesTheVersionItWasDecidedOn() {
        var id = firm.tenant("Emma Johnson");
        var married = Map.of("name", "Emma Miller", "type", "PERSON");

        var accountant = firm.accountant();
        accountant
                .send(HttpMethod.PUT, "/api/v1/tenants/{id}", married, Map.of(), id)
                .expectStatus()
                .isEqualTo(428);
        accountant
                .put("/api/v1/tenants/{id}", 1, married, id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        accountant.put("/api/v1/tenants/{id}", 1, married, id).expectStatus().isEqualTo(412);

        assertThat(firm.events().await("rems.tenant.TenantChanged.v1", id).aggregateVersion())
                .isEqualTo(2);
    }

    @Test
    void fieldsThatCannotBeAreNamed() {
        firm.accountant()
                .post(
                        "/api/v1/tenants",
                        Map.of("name", " ", "type", "PERSON", "email", "nowhere", "language", "english"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED")
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    @Test
    void listIsSortedByNameAndSearched() {
        firm.tenant("Carlos Rodriguez");
        firm.tenant("Ahmed Al-Rasheed");
        firm.tenant("Fatima Hassan");

        firm.accountant()
                .get("/api/v1/tenants?limit=2&count=true")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo(List.of("Ahmed Al-Rasheed", "Carlos Rodriguez"))
                .jsonPath("$.total")
                .isEqualTo(3);
        firm.accountant()
                .get("/api/v1/tenants?q=hassan")
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo("Fatima Hassan");
    }

    @Test
    void tenantSeesHimselfWithoutWhatTheFirmRemarksOnHim() {
        var other = firm.tenant("Ahmed Al-Rasheed");
        var self = TestFirm.created(firm.accountant()
                .post("/api/v1/tenants", Map.of("name", "Emma Johnson", "type", "PERSON", "note", "Pays late")));
        var emma = firm.tenantUser(self);

        emma.get("/api/v1/tenants")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].name")
                .isEqualTo("Emma Johnson");
        emma.get("/api/v1/tenants/{id}", self)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain("Pays late"));
        emma.get("/api/v1/tenants/{id}", other).expectStatus().isNotFound();
        emma.post("/api/v1/tenants", Map.of("name", "X", "type", "PERSON"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void loginThatIsLinkedToNoTenantSeesNobody() {
        firm.tenant("Ahmed Al-Rasheed");
        var unlinked = firm.as(TestCallers.as(firm.id(), Role.TENANT, AccessLevel.STANDARD));

        unlinked.get("/api/v1/tenants").expectStatus().isForbidden();
    }
}
