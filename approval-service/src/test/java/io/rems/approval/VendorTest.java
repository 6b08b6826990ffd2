package io.rems.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom the firm works with. */
@ApprovalServiceTest
class VendorTest {

    private static final String VENDOR = "/api/v1/vendors/{id}";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
    }

    @Test
    void allThatIsSaidOfAVendorIsKeptAndMayChange() {
        var vendor = firm.add("/api/v1/vendors", vendor("Kumar Technical Services"));

        firm.accountant()
                .put(VENDOR, 1, Map.of("name", "Kumar & Sons", "specialities", List.of("Lifts")), vendor)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");

        firm.accountant().get(VENDOR, vendor).expectBody().json("""
                {"name": "Kumar & Sons", "type": null, "contacts": [], "specialities": ["Lifts"],
                 "emergencyAvailable": false, "rating": null, "status": "ACTIVE"}""");
        assertThat(events.await("rems.approval.VendorChanged.v1", vendor).aggregateVersion())
                .isEqualTo(2);
    }

    @Test
    void theAccountIsCheckedAndWholeOnlyForThoseWhoPay() {
        var account = Map.of("iban", "kw81 CBKU 0000 0000 0000 1234 5601 01", "bank", "Commercial Bank");
        var vendor = firm.add("/api/v1/vendors", Map.of("name", "Peninsula Lifts", "bankAccount", account));

        firm.accountant().get(VENDOR, vendor).expectBody().json("""
                {"bankAccount": {"iban": "KW81CBKU0000000000001234560101", "bank": "Commercial Bank"}}""");
        firm.as(TestCallers.viewer(firm.id())).get(VENDOR, vendor).expectBody().json("""
                {"bankAccount": {"iban": "KW81**********************0101", "bank": "Commercial Bank"}}""");
        Answers.invalid(
                firm.accountant()
                        .put(
                                VENDOR,
                                1,
                                Map.of("name", "P", "bankAccount", Map.of("iban", "KW81CBKU0000000000001234560102")),
                                vendor),
                "bankAccount.iban",
                "MALFORMED");
        assertThat(events.await("rems.approval.VendorAdded.v1", vendor).data().toString())
                .doesNotContain("KW81");
    }

    @Test
    void ofTwoWhoChangeTheSameVersionTheSecondIsTold() {
        var change = Map.of("name", "Another");
        firm.accountant().put(VENDOR, 1, change, firm.vendor()).expectStatus().isOk();

        firm.accountant().put(VENDOR, 1, change, firm.vendor()).expectStatus().isEqualTo(412);
    }

    @Test
    void contactsAreToBeReachable() {
        firm.accountant()
                .post("/api/v1/vendors", Map.of("name", "Nobody", "contacts", List.of(Map.of("name", "Ghost"))))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .value(String.class, field -> assertThat(field).startsWith("contacts[0]"));
    }

    @Test
    void blockingSaysWhyAndIsTakenBack() {
        var vendor = firm.vendor();
        firm.accountant()
                .post(VENDOR + "/blocking", Map.of("reason", "Works badly"), vendor)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.blockedBecause")
                .isEqualTo("Works badly");
        Answers.refused(
                firm.accountant().post(VENDOR + "/blocking", Map.of("reason", "Again"), vendor), "ALREADY_BLOCKED");
        events.await("rems.approval.VendorBlocked.v1", vendor);

        firm.accountant().command(VENDOR + "/unblocking", vendor).expectStatus().isOk();

        Answers.refused(firm.accountant().command(VENDOR + "/unblocking", vendor), "NOT_BLOCKED");
        assertThat(events.await("rems.approval.VendorUnblocked.v1", vendor).aggregateVersion())
                .isEqualTo(3);
    }

    @Test
    void nothingIsRecordedOrSubmittedForABlockedVendor() {
        var property = firm.property();
        var draft = firm.add("/api/v1/expenses", firm.expense(property, "10.000"));
        firm.accountant()
                .post(VENDOR + "/blocking", Map.of("reason", "Insolvent"), firm.vendor())
                .expectStatus()
                .isOk();

        Answers.invalid(
                firm.accountant().post("/api/v1/expenses", firm.expense(property, "10.000")), "vendorId", "BLOCKED");
        Answers.invalid(firm.accountant().command("/api/v1/expenses/{id}/submission", draft), "vendorId", "BLOCKED");
        firm.hasState(draft, "DRAFT");
    }

    @Test
    void theListIsFilteredSearchedAndSorted() {
        var lifts = firm.add("/api/v1/vendors", vendor("Peninsula Lifts"));
        var blocked = firm.add("/api/v1/vendors", Map.of("name", "A blocked one"));
        firm.accountant()
                .post(VENDOR + "/blocking", Map.of("reason", "Insolvent"), blocked)
                .expectStatus()
                .isOk();

        assertThat(ids("status=BLOCKED")).containsExactly(blocked);
        assertThat(ids("speciality=Pumps")).containsExactly(lifts);
        assertThat(ids("emergencyAvailable=true")).containsExactly(lifts);
        assertThat(ids("type=contractor&q=rajesh")).containsExactly(lifts);
        assertThat(ids("sort=-name")).containsExactly(firm.vendor(), lifts, blocked);
        assertThat(ids("sort=rating,-name")).containsExactly(firm.vendor(), lifts, blocked);
    }

    @Test
    void anotherFirmCannotTouchThem() {
        var foreign = firms.open().accountant();

        foreign.put(VENDOR, 1, Map.of("name", "Mine"), firm.vendor())
                .expectStatus()
                .isNotFound();
        foreign.post(VENDOR + "/blocking", Map.of("reason", "Mine"), firm.vendor())
                .expectStatus()
                .isNotFound();
        foreign.command(VENDOR + "/unblocking", firm.vendor()).expectStatus().isNotFound();
    }

    private static Map<String, Object> vendor(String name) {
        return Map.of(
                "name",
                name,
                "type",
                "contractor",
                "registrationNumber",
                "CR-1",
                "contacts",
                List.of(Map.of("name", "Rajesh", "phone", "+965 2222 1003"), Map.of("email", "a@b.example")),
                "specialities",
                List.of("Lifts", "Pumps"),
                "emergencyAvailable",
                true);
    }

    private List<UUID> ids(String query) {
        return Answers.ids(firm.accountant().get("/api/v1/vendors?" + query), "id");
    }
}
