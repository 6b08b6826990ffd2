package io.rems.tenant;

import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class ForeignFirmTest {

    private final RemsHttp http;
    private final TestFirm theirs;
    private final TestFirm ours;

    @Autowired
    ForeignFirmTest(RemsHttp http, TestEvents events, TestDatabase database) {
        this.http = http;
        theirs = new TestFirm(http, events, database);
        ours = theirs.another();
    }

    @Test
    void nothingOfAnotherFirmExists() {
        var unit = theirs.unit();
        var tenant = theirs.tenant("Emma Johnson");
        var lease = theirs.draft(unit, tenant, "2026-01-01", "2026-12-31");
        var ourTenant = ours.tenant("Carlos Rodriguez");
        var admin = ours.as(TestCallers.admin(ours.id()));

        admin.get("/api/v1/tenants/{id}", tenant).expectStatus().isNotFound();
        admin.put("/api/v1/tenants/{id}", 1, Map.of("name", "X", "type", "PERSON"), tenant)
                .expectStatus()
                .isNotFound();
        admin.get("/api/v1/leases/{id}", lease).expectStatus().isNotFound();
        ours.activate(lease).expectStatus().isNotFound();
        ours.terminate(lease, "2026-06-30").expectStatus().isNotFound();
        admin.command("/api/v1/leases/{id}/end", lease).expectStatus().isNotFound();
        admin.get("/api/v1/leases?tenantId={id}", tenant)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        admin.post("/api/v1/leases", ours.lease(unit, ourTenant, "2027-01-01", "2027-12-31"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNIT_UNKNOWN");
        admin.post("/api/v1/leases", ours.lease(ours.unit(), tenant, "2027-01-01", "2027-12-31"))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void withoutAValidContextTokenNothingIsAnswered() {
        var caller = TestCallers.admin(TestCallers.newFirm());

        http.client().get().uri("/api/v1/leases").exchange().expectStatus().isUnauthorized();
        http.withAuthorization(TestCallers.expiredAuthorization(caller))
                .get("/api/v1/leases")
                .expectStatus()
                .isUnauthorized();
        http.withAuthorization(TestCallers.forgedAuthorization(caller))
                .get("/api/v1/leases")
                .expectStatus()
                .isUnauthorized();
        http.withAuthorization(TestCallers.foreignAuthorization(caller))
                .get("/api/v1/leases")
                .expectStatus()
                .isUnauthorized();
    }
}
