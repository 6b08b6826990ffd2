package io.rems.tenant.lease;

import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import io.rems.tenant.TestFirm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class LeaseBookTest {

    private final TestFirm firm;

    @Autowired
    LeaseBookTest(RemsHttp http, TestEvents events, TestDatabase database) {
        firm = new TestFirm(http, events, database);
    }

    @Test
    void tenantAndCoTenantSeeTheLeasesTheySignedAndNoOthers() {
        var unit = firm.unit();
        var husband = firm.tenant("Ahmed Al-Rasheed");
        var wife = firm.tenant("Noura Al-Rasheed");
        var stranger = firm.tenant("Carlos Rodriguez");
        var theirs = firm.lease(unit, husband, "2026-01-01", "2026-06-30");
        theirs.put("coTenantIds", List.of(wife));
        var lease = TestFirm.created(firm.accountant().post("/api/v1/leases", theirs));
        var others = firm.draft(unit, stranger, "2026-07-01", "2026-12-31");

        for (var tenant : List.of(husband, wife)) {
            firm.tenantUser(tenant)
                    .get("/api/v1/leases")
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.items[*].id")
                    .isEqualTo(lease.toString());
            firm.tenantUser(tenant)
                    .get("/api/v1/leases/{id}", lease)
                    .expectStatus()
                    .isOk();
            firm.tenantUser(tenant)
                    .get("/api/v1/leases/{id}", others)
                    .expectStatus()
                    .isNotFound();
        }
        firm.tenantUser(husband)
                .get("/api/v1/leases?tenantId={id}", stranger)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void listIsNarrowedByUnitAndState() {
        var tenant = firm.tenant("Emma Johnson");
        var unit = firm.unit();
        var active = firm.active(unit, tenant, "2026-01-01", "2026-12-31");
        firm.draft(unit, tenant, "2027-01-01", "2027-12-31");
        firm.draft(firm.unit(), tenant, "2027-01-01", "2027-12-31");

        firm.accountant()
                .get("/api/v1/leases?unitId={unit}&state=ACTIVE&sort=-to&count=true", unit)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].id")
                .isEqualTo(active.toString())
                .jsonPath("$.total")
                .isEqualTo(1);
    }

    @Test
    void readersDoNotWrite() {
        var lease = firm.draft(firm.unit(), firm.tenant("Emma Johnson"), "2026-01-01", "2026-12-31");
        var viewer = firm.as(TestCallers.viewer(firm.id()));

        viewer.get("/api/v1/leases/{id}", lease).expectStatus().isOk();
        viewer.command("/api/v1/leases/{id}/activation", lease).expectStatus().isForbidden();
    }
}
