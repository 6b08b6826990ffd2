package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.TestFirm.Part;
import io.rems.platform.test.RemsHttp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Who sees what. */
@ApprovalServiceTest
class ViewsTest {

    @Autowired
    TestFirms firms;

    TestFirm firm;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
    }

    @Test
    void routingTellsWhatItFollowedFrom() {
        var fatima = newOwner();
        var property = firm.property(new Part(fatima, "1/3", true));
        firm.submit(property, "900.000");
        var expense = firm.submit(property, "200.000");
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();

        firm.accountant()
                .get("/api/v1/expenses/{id}/routing", expense)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"automatic": false, "rule": "SHARE_MAJORITY", "splitWindow": "PT168H",
                         "limit": {"amount": "1000.000", "currency": "KWD"},
                         "amount": {"amount": "200.000"}, "others": {"amount": "900.000"},
                         "counted": {"amount": "1100.000"},
                         "ownership": {"asOf": "2026-11-23", "holders": [
                           {"type": "OWNER", "ownerId": "%s", "share": {"fraction": "1/3", "percent": "33.333333"},
                            "primaryContact": true},
                           {"type": "FIRM_DEFAULT", "share": {"fraction": "2/3"}}]},
                         "voters": [
                           {"type": "OWNER", "vote": {"verdict": "APPROVED", "comment": "As agreed"}},
                           {"type": "ADMINISTRATORS", "vote": null}]}""".formatted(fatima));
    }

    @Test
    void ownersSeeOnlyExpensesOfWhatTheyHold() {
        var fatima = newOwner();
        var property = firm.property(part(fatima, "1/3"));
        var hers = firm.submit(property, "4500.000");
        var beforeHerTime = firm.submit(property, "4500.000", Map.of("date", "2019-12-31"));
        var elsewhere = firm.submit(firm.property(part(newOwner(), "1/1")), "4500.000");
        var draft = firm.add("/api/v1/expenses", firm.expense(property, "4500.000"));
        var owner = firm.owner(fatima);

        assertThat(ids(owner.get("/api/v1/expenses"), "id")).containsExactly(hers);
        owner.get("/api/v1/expenses/{id}", hers).expectStatus().isOk();
        owner.get("/api/v1/expenses/{id}/routing", hers).expectStatus().isOk();
        for (var hidden : List.of(beforeHerTime, elsewhere, draft)) {
            owner.get("/api/v1/expenses/{id}", hidden).expectStatus().isNotFound();
            owner.get("/api/v1/expenses/{id}/routing", hidden).expectStatus().isNotFound();
            firm.approve(owner, hidden).expectStatus().isNotFound();
        }
    }

    @Test
    void pendingListsWhatTheCallerCanDecideOnNow() {
        var fatima = newOwner();
        var yusuf = newOwner();
        var joint = firm.submit(firm.property(part(fatima, "1/2"), part(yusuf, "1/2")), "4500.000");
        var ofFirm = firm.submit(firm.property(), "4500.000");
        var owner = firm.owner(fatima);
        var administrator = firm.admin();

        assertThat(pending(owner)).containsExactly(joint);
        assertThat(pending(administrator)).containsExactly(ofFirm);
        assertThat(ids(firm.accountant().get("/api/v1/approvals/pending?scope=firm"), "expenseId"))
                .containsExactlyInAnyOrder(joint, ofFirm);
        owner.get("/api/v1/approvals/pending?scope=firm").expectStatus().isForbidden();

        firm.approve(owner, joint).expectStatus().isOk();
        firm.approve(administrator, ofFirm).expectStatus().isOk();

        assertThat(pending(owner)).isEmpty();
        assertThat(pending(administrator)).isEmpty();
        assertThat(pending(firm.owner(yusuf))).containsExactly(joint);
    }

    @Test
    void pendingTellsHowMuchItPresses() {
        var property = firm.property();
        firm.submit(property, "4500.000", Map.of("priority", "LOW"));
        firm.submit(property, "4500.000", Map.of("priority", "URGENT"));
        firm.set("approval.escalateAfter", "PT0.001S");
        firm.submit(property, "4500.000");

        firm.admin()
                .get("/api/v1/approvals/pending")
                .expectBody()
                .jsonPath("$.items[*].urgency")
                .isEqualTo(List.of("OVERDUE", "DUE_SOON", "NORMAL"))
                .jsonPath("$.items[0].propertyName")
                .isEqualTo("Tower");
    }

    @Test
    void anotherFirmFindsNothingByItsIdentifiers() {
        var expense = firm.submit(firm.property(), "4500.000");
        var foreign = firms.open();

        for (var caller : List.of(foreign.admin(), foreign.accountant())) {
            caller.get("/api/v1/vendors/{id}", firm.vendor()).expectStatus().isNotFound();
            caller.get("/api/v1/expense-categories/{id}", firm.category())
                    .expectStatus()
                    .isNotFound();
            caller.get("/api/v1/expenses/{id}", expense).expectStatus().isNotFound();
            caller.get("/api/v1/expenses/{id}/routing", expense).expectStatus().isNotFound();
            caller.command("/api/v1/expenses/{id}/submission", expense)
                    .expectStatus()
                    .isNotFound();
            assertThat(ids(caller.get("/api/v1/expenses"), "id")).isEmpty();
            assertThat(ids(caller.get("/api/v1/approvals/pending?scope=firm"), "expenseId"))
                    .isEmpty();
        }
        foreign.approve(foreign.admin(), expense).expectStatus().isNotFound();
        foreign.reject(foreign.admin(), expense).expectStatus().isNotFound();
        foreign.accountant()
                .post("/api/v1/expenses", firm.expense(foreign.property(), "1.000"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("UNKNOWN");
        firm.hasState(expense, "PENDING");
    }

    @Test
    void listsAreFilteredSortedAndPaged() {
        var property = firm.property();
        var old = firm.submit(property, "10.000", Map.of("date", "2026-01-01"));
        var dear = firm.submit(property, "4500.000");
        var draft = firm.add("/api/v1/expenses", firm.expense(firm.property(), "20.000"));

        assertThat(ids(firm.accountant().get("/api/v1/expenses?sort=amount"), "id"))
                .containsExactly(old, draft, dear);
        assertThat(ids(firm.accountant().get("/api/v1/expenses?state=DRAFT"), "id"))
                .containsExactly(draft);
        assertThat(ids(firm.accountant().get("/api/v1/expenses?propertyId={id}&q=LIFT", property), "id"))
                .containsExactly(dear, old);
        firm.accountant()
                .get("/api/v1/expenses?limit=2&count=true")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(3)
                .jsonPath("$.next")
                .isNotEmpty();
    }

    private static List<UUID> pending(RemsHttp.AsCaller caller) {
        return ids(caller.get("/api/v1/approvals/pending"), "expenseId");
    }

    private static List<UUID> ids(ResponseSpec answer, String field) {
        var found = answer.expectStatus().isOk().expectBody(Items.class).returnResult();
        return requireNonNull(found.getResponseBody()).items().stream()
                .map(item -> UUID.fromString(String.valueOf(item.get(field))))
                .toList();
    }

    record Items(List<Map<String, Object>> items) {}
}
