package io.rems.tenant.lease;

import static io.rems.tenant.TestFirm.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import io.rems.tenant.TestFirm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class RecordLeaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestFirm firm;

    @Autowired
    RecordLeaseTest(RemsHttp http, TestEvents events, TestDatabase database) {
        firm = new TestFirm(http, events, database);
    }

    @Test
    void unitThatIsNotKnownYetIsRefusedWithAdviceAndAcceptedOnceItIs() {
        var unit = UUID.randomUUID();
        var lease = firm.lease(unit, firm.tenant("Emma Johnson"), "2026-03-01", "2027-02-28");

        firm.accountant()
                .post("/api/v1/leases", lease)
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNIT_UNKNOWN")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("repeat the request after"));

        firm.announceUnit(unit, UUID.randomUUID());
        firm.accountant().post("/api/v1/leases", lease).expectStatus().isCreated();
    }

    @Test
    void nobodyMovesIntoWhatIsArchivedUntilItIsRestored() {
        var unit = UUID.randomUUID();
        var property = UUID.randomUUID();
        firm.announceUnit(unit, property);
        var tenant = firm.tenant("Emma Johnson");
        var draft = firm.draft(unit, tenant, "2026-03-01", "2027-02-28");

        firm.tellOfUnit("UnitArchived", unit, property, 3);
        firm.tellOfUnit("UnitRestored", unit, property, 2);
        await().atMost(PATIENCE).untilAsserted(() -> refused(lease(unit, tenant), "UNIT_ARCHIVED"));
        refused(firm.activate(draft), "UNIT_ARCHIVED");
        firm.tellOfUnit("UnitRestored", unit, property, 4);
        await().atMost(PATIENCE)
                .untilAsserted(() -> lease(unit, tenant).expectStatus().isCreated());

        firm.tellOfProperty("PropertyArchived", property, 2);
        await().atMost(PATIENCE).untilAsserted(() -> refused(lease(unit, tenant), "PROPERTY_ARCHIVED"));
        refused(firm.activate(draft), "PROPERTY_ARCHIVED");
        var over = firm.lease(unit, tenant, "2023-06-01", "2024-05-31");
        over.put("state", "ENDED");
        firm.accountant().post("/api/v1/leases", over).expectStatus().isCreated();
        firm.tellOfProperty("PropertyRestored", property, 3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> firm.activate(draft).expectStatus().isOk());
    }

    /** As ownership-service tells it: what is archived is told of twice, and what leases do not need comes too. */
    @Test
    void snapshotToldTwiceBringsWhatWasMissedAndTakesNothingBack() {
        var property = UUID.randomUUID();
        var flat = UUID.randomUUID();
        var shop = UUID.randomUUID();
        var tenant = firm.tenant("Emma Johnson");

        snapshot(property, flat, shop);
        await().atMost(PATIENCE)
                .untilAsserted(() -> lease(flat, tenant).expectStatus().isCreated());
        await().atMost(PATIENCE).untilAsserted(() -> refused(lease(shop, tenant), "UNIT_ARCHIVED"));
        firm.tellOfUnit("UnitRestored", shop, property, 5);
        snapshot(property, flat, shop);
        var last = UUID.randomUUID();
        firm.announceUnit(last, property);

        await().atMost(PATIENCE)
                .untilAsserted(() -> lease(shop, tenant).expectStatus().isCreated());
        lease(flat, tenant).expectStatus().isCreated();
    }

    private void snapshot(UUID property, UUID flat, UUID shop) {
        firm.tellOf(
                "PropertyRegistered",
                property,
                6,
                Map.of("propertyId", property, "code", "A", "name", "Salmiya Tower", "snapshot", true));
        firm.tellOf("UnitRegistered", flat, 2, unit(flat, property));
        firm.tellOf("UnitRegistered", shop, 4, unit(shop, property));
        firm.tellOf("UnitArchived", shop, 4, unit(shop, property));
        firm.tellOf(
                "OwnershipChanged",
                property,
                0,
                Map.of("propertyId", property, "reason", "SNAPSHOT", "periods", List.of()));
    }

    private static Map<String, Object> unit(UUID unit, UUID property) {
        return Map.of("unitId", unit, "propertyId", property, "number", unit.toString(), "snapshot", true);
    }

    private ResponseSpec lease(UUID unit, UUID tenant) {
        return firm.accountant().post("/api/v1/leases", firm.lease(unit, tenant, "2028-03-01", "2029-02-28"));
    }

    @Test
    void importRecordsThePastOnceAndTellsItWhole() {
        var id = UUID.randomUUID();
        var past = firm.lease(firm.unit(), firm.tenant("Fatima Hassan"), "2023-06-01", "2024-05-31");
        past.putAll(Map.of("id", id, "state", "ENDED"));

        firm.accountant()
                .post("/api/v1/leases", past)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("ENDED");
        refused(firm.accountant().post("/api/v1/leases", past), "DUPLICATE");

        assertThat(firm.events().await("rems.tenant.LeaseEnded.v1", id).aggregateVersion())
                .isEqualTo(3);
        assertThat(firm.events().all().stream().filter(event -> event.subject().equals(id)))
                .extracting(event -> event.type())
                .containsExactly(
                        "rems.tenant.LeaseDrafted.v1", "rems.tenant.LeaseActivated.v1", "rems.tenant.LeaseEnded.v1");
    }

    @Test
    void terminationIsRecordedAsTheBooksHaveIt() {
        var past = firm.lease(firm.unit(), firm.tenant("Lisa Anderson"), "2024-02-01", "2025-01-31");
        past.put("state", "TERMINATED");
        past.put("termination", Map.of("on", "2024-08-31", "reason", "Job relocation"));

        firm.accountant()
                .post("/api/v1/leases", past)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.termination.on")
                .isEqualTo("2024-08-31")
                .jsonPath("$.termination.reason")
                .isEqualTo("Job relocation");
    }

    @Test
    void numberIsUniqueInAFirmAndNotBeyond() {
        var unit = firm.unit();
        var lease = firm.lease(unit, firm.tenant("Emma Johnson"), "2026-03-01", "2027-02-28");
        firm.accountant().post("/api/v1/leases", lease).expectStatus().isCreated();
        var other = firm.another();
        var theirs = other.lease(other.unit(), other.tenant("Carlos Rodriguez"), "2026-03-01", "2027-02-28");
        theirs.put("number", lease.get("number"));

        refused(firm.accountant().post("/api/v1/leases", lease), "LEASE_NUMBER_TAKEN");
        other.accountant().post("/api/v1/leases", theirs).expectStatus().isCreated();
    }

    @Test
    void fieldsThatCannotBeAreNamed() {
        var lease = firm.lease(firm.unit(), UUID.randomUUID(), "2026-03-01", "2026-02-28");
        lease.put("deposit", Map.of("amount", "-10.00", "currency", "USD"));

        firm.accountant()
                .post("/api/v1/leases", lease)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].code")
                .isEqualTo(List.of("BEFORE_FROM", "NEGATIVE", "OTHER_CURRENCY"));
    }

    @Test
    void daysThatNoContractHasAreRefused() {
        var lease = firm.lease(firm.unit(), UUID.randomUUID(), "2026-03-01", "+999999999-12-31");

        firm.accountant()
                .post("/api/v1/leases", lease)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("OUT_OF_RANGE");
    }

    @Test
    void tenantsWhomTheFirmDoesNotKnowAreNamed() {
        var lease = firm.lease(firm.unit(), firm.tenant("Emma Johnson"), "2026-03-01", "2027-02-28");
        lease.put("coTenantIds", List.of(UUID.randomUUID()));

        firm.accountant()
                .post("/api/v1/leases", lease)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("coTenantIds");
    }
}
