package io.rems.tenant.lease;

import static io.rems.tenant.TestFirm.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import io.rems.tenant.TestFirm;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@RemsTest
class LeasesTest {

    private final TestFirm firm;

    @Autowired
    LeasesTest(RemsHttp http, TestEvents events, TestDatabase database) {
        firm = new TestFirm(http, events, database);
    }

    @Test
    void leaseIsDraftedActivatedTerminatedAndOthersHearOfEachStep() {
        var tenant = firm.tenant("Emma Johnson");
        var lease = firm.draft(firm.unit(), tenant, "2026-03-01", "2027-02-28");

        firm.activate(lease)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("ACTIVE")
                .jsonPath("$.tenantName")
                .isEqualTo("Emma Johnson")
                .jsonPath("$.unitNumber")
                .isEqualTo("101");
        firm.terminate(lease, "2026-12-31")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("TERMINATED")
                .jsonPath("$.termination.on")
                .isEqualTo("2026-12-31");

        var drafted = firm.events().await("rems.tenant.LeaseDrafted.v1", lease);
        assertThat(drafted.data().get("to").asString()).isEqualTo("2027-02-28");
        assertThat(drafted.data().get("rent").get("amount").asString()).isEqualTo("450.000");
        assertThat(firm.events().await("rems.tenant.LeaseActivated.v1", lease).aggregateVersion())
                .isEqualTo(2);
        var terminated = firm.events().await("rems.tenant.LeaseTerminated.v1", lease);
        assertThat(terminated.aggregateVersion()).isEqualTo(3);
        assertThat(terminated.data().get("reason").asString()).isEqualTo("Moved to Dubai");
    }

    @Test
    void stateThatDoesNotAllowACommandSaysSo() {
        var lease = firm.draft(firm.unit(), firm.tenant("Emma Johnson"), "2026-03-01", "2099-02-28");

        refused(firm.terminate(lease, "2026-12-31"), "LEASE_NOT_ACTIVE");
        firm.activate(lease).expectStatus().isOk();
        refused(firm.activate(lease), "LEASE_NOT_DRAFT");
        refused(firm.terminate(lease, "2026-02-28"), "TERMINATION_OUTSIDE_PERIOD");
        refused(firm.accountant().command("/api/v1/leases/{id}/end", lease), "LEASE_NOT_OVER");
    }

    @Test
    void leaseWhoseLastDayHasPassedIsEnded() {
        var lease = firm.active(firm.unit(), firm.tenant("Emma Johnson"), "2024-03-01", "2025-02-28");

        firm.accountant()
                .command("/api/v1/leases/{id}/end", lease)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("ENDED");

        assertThat(firm.events()
                        .await("rems.tenant.LeaseEnded.v1", lease)
                        .data()
                        .get("on")
                        .asString())
                .isEqualTo("2025-02-28");
    }

    @Test
    void whetherTheLastDayHasPassedDependsOnTheFirmsTimeZone() {
        var lastDay = LocalDate.now(ZoneId.of("Pacific/Niue")).toString();
        var east = firm.another();
        east.livesIn("Pacific/Kiritimati");
        firm.livesIn("Pacific/Kiritimati");
        firm.movesTo("Pacific/Niue");
        var overThere = east.active(east.unit(), east.tenant("Emma Johnson"), "2024-03-01", lastDay);
        var stillRuns = firm.active(firm.unit(), firm.tenant("Emma Johnson"), "2024-03-01", lastDay);

        east.accountant()
                .command("/api/v1/leases/{id}/end", overThere)
                .expectStatus()
                .isOk();
        refused(firm.accountant().command("/api/v1/leases/{id}/end", stillRuns), "LEASE_NOT_OVER");
    }

    @Test
    void commandThatIsSentTwiceUnderOneKeyIsDoneOnce() {
        var lease = firm.draft(firm.unit(), firm.tenant("Emma Johnson"), "2026-03-01", "2027-02-28");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var accountant = firm.accountant();

        for (int attempt = 0; attempt < 2; attempt++) {
            accountant
                    .send(HttpMethod.POST, "/api/v1/leases/{id}/activation", Map.of(), key, lease)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.version")
                    .isEqualTo(2);
        }
    }
}
