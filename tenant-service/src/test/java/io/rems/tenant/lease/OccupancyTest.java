package io.rems.tenant.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import io.rems.tenant.TestFirm;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class OccupancyTest {

    private final TestDatabase database;
    private final TestFirm firm;
    private final UUID unit;
    private final UUID tenant;

    @Autowired
    OccupancyTest(RemsHttp http, TestEvents events, TestDatabase database) {
        this.database = database;
        firm = new TestFirm(http, events, database);
        unit = firm.unit();
        tenant = firm.tenant("Emma Johnson");
    }

    @Test
    void secondLeaseOnAUnitIsRefusedAndToldWhichOneHasIt() {
        var first = firm.active(unit, tenant, "2026-01-01", "2026-12-31");
        var second = firm.draft(unit, tenant, "2026-12-31", "2027-12-30");

        firm.activate(second)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("LEASE_OVERLAP")
                .jsonPath("$.facts.leaseId")
                .isEqualTo(first.toString())
                .jsonPath("$.facts.to")
                .isEqualTo("2026-12-31");
        firm.accountant()
                .get("/api/v1/leases/{id}", second)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DRAFT");
    }

    @Test
    void leaseMayBeginOnTheDayAfterAnothersLast() {
        firm.active(unit, tenant, "2026-01-01", "2026-12-31");
        var next = firm.draft(unit, tenant, "2027-01-01", "2027-12-31");

        firm.activate(next).expectStatus().isOk();
    }

    @Test
    void terminatedLeaseHasTheUnitUntilItsTenantLeaves() {
        var first = firm.active(unit, tenant, "2026-01-01", "2026-12-31");
        var tooEarly = firm.draft(unit, tenant, "2026-09-30", "2027-09-29");
        var inTime = firm.draft(unit, tenant, "2026-10-01", "2027-09-30");

        firm.terminate(first, "2026-09-30").expectStatus().isOk();

        firm.activate(tooEarly).expectStatus().isEqualTo(409);
        firm.activate(inTime).expectStatus().isOk();
    }

    @Test
    void draftsAndThePastOfImportsTakeNoUnit() {
        firm.draft(unit, tenant, "2024-01-01", "2024-12-31");
        var past = firm.lease(unit, tenant, "2024-01-01", "2024-12-31");
        past.put("state", "TERMINATED");
        firm.accountant().post("/api/v1/leases", past).expectStatus().isCreated();
        var successor = firm.lease(unit, tenant, "2024-07-01", "2025-06-30");
        successor.put("state", "ACTIVE");

        firm.accountant().post("/api/v1/leases", successor).expectStatus().isCreated();
    }

    @Test
    void importedLeaseDoesNotOverlapAnActiveOne() {
        firm.active(unit, tenant, "2026-01-01", "2026-12-31");
        var second = firm.lease(unit, tenant, "2026-06-01", "2027-05-31");
        second.put("state", "ACTIVE");

        firm.accountant().post("/api/v1/leases", second).expectStatus().isEqualTo(409);
    }

    @RepeatedTest(5)
    void ofTwoActivationsAtOneInstantOneWinsAndTheOtherIsToldWhich() throws Exception {
        var leases = List.of(
                firm.draft(unit, tenant, "2026-01-01", "2026-12-31"),
                firm.draft(unit, tenant, "2026-06-01", "2027-05-31"));
        var together = new CyclicBarrier(leases.size());

        try (var clients = Executors.newFixedThreadPool(leases.size())) {
            var answers = leases.stream()
                    .map(lease -> clients.submit(() -> {
                        together.await(10, TimeUnit.SECONDS);
                        return firm.activate(lease).expectBody(String.class).returnResult();
                    }))
                    .toList();

            assertThat(answers)
                    .extracting(answer -> answer.get().getStatus().value())
                    .containsExactlyInAnyOrder(200, 409);
            assertThat(answers)
                    .anySatisfy(answer -> assertThat(answer.get().getResponseBody())
                            .contains("LEASE_OVERLAP")
                            .containsAnyOf(
                                    leases.get(0).toString(), leases.get(1).toString()));
        }
    }

    @Test
    void databaseItselfRefusesToLetAUnitTwice() throws SQLException {
        firm.active(unit, tenant, "2026-01-01", "2026-12-31");
        var second = firm.draft(unit, tenant, "2026-06-01", "2027-05-31");

        try (var connection = database.asApp(firm.id())) {
            assertThatThrownBy(() -> occupy(connection, second)).hasMessageContaining("occupancy_never_overlaps");
        }
    }

    private void occupy(Connection connection, UUID lease) throws SQLException {
        var insert = "INSERT INTO occupancy VALUES (?, ?, ?, '[2026-06-01,2027-05-31]')";
        try (var statement = connection.prepareStatement(insert)) {
            statement.setObject(1, firm.id().value());
            statement.setObject(2, lease);
            statement.setObject(3, unit);
            statement.executeUpdate();
        }
    }
}
