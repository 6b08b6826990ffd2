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
    void anOwnerSeesWhatCoOwnersSaidAndNotWhoSaidItForThem() {
        firm.set("approval.rule", "UNANIMOUS");
        var fatima = newOwner();
        var yusuf = newOwner();
        var expense = firm.submit(firm.property(part(fatima, "1/3"), part(yusuf, "1/3")), "4500.000");
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();

        var hers = Answers.json(firm.owner(fatima).get("/api/v1/expenses/{id}/routing", expense));
        var his = Answers.json(firm.owner(yusuf).get("/api/v1/expenses/{id}/routing", expense));
        assertThat(hers.at("/voters/0/vote/comment").asString()).isEqualTo("As agreed");
        assertThat(hers.at("/voters/0/vote/by").isNull()).isFalse();
        assertThat(his.at("/voters/0/vote/verdict").asString()).isEqualTo("APPROVED");
        assertThat(his.at("/voters/0/share/fraction").asString()).isEqualTo("1/3");
        assertThat(his.at("/voters/0/vote/comment").isNull()).isTrue();
        assertThat(his.at("/voters/0/vote/by").isNull()).isTrue();
        var told = Answers.json(firm.owner(yusuf).get("/api/v1/expenses/{id}/timeline", expense))
                .at("/entries/3");
        assertThat(told.path("event").asString()).isEqualTo("ApprovalVoteCast");
        assertThat(told.at("/data/verdict").asString()).isEqualTo("APPROVED");
        assertThat(told.path("userId").isNull()).isTrue();
        assertThat(told.path("data").has("userId")).isFalse();
        assertThat(told.path("data").has("comment")).isFalse();
        assertThat(Answers.json(firm.owner(fatima).get("/api/v1/expenses/{id}/timeline", expense))
                        .at("/entries/3/data/comment")
                        .asString())
                .isEqualTo("As agreed");
    }

    @Test
    void pendingIsFilteredAndSorted() {
        var property = firm.property();
        var low = firm.submit(property, "5500.000", Map.of("priority", "LOW"));
        var urgent = firm.submit(property, "4500.000", Map.of("priority", "URGENT"));
        firm.set("approval.rule", "ANY_OWNER");
        var elsewhere = firm.submit(firm.property(), "6500.000");
        var queue = "/api/v1/approvals/pending?scope=firm&";

        assertThat(listed(queue + "urgency=DUE_SOON")).containsExactly(urgent);
        assertThat(listed(queue + "urgency=NORMAL&sort=amount")).containsExactly(low, elsewhere);
        assertThat(listed(queue + "urgency=OVERDUE")).isEmpty();
        assertThat(listed(queue + "propertyId=" + property + "&sort=-amount")).containsExactly(low, urgent);
        assertThat(listed(queue + "priority=LOW")).containsExactly(low);
        assertThat(listed(queue + "rule=ANY_OWNER")).containsExactly(elsewhere);
        assertThat(listed(queue + "escalated=true")).isEmpty();
        assertThat(listed(queue + "escalated=false&limit=2&sort=requestedAt")).containsExactly(low, urgent);
        firm.accountant().get(queue + "urgency=LATER").expectStatus().isBadRequest();
    }

    private List<UUID> listed(String query) {
        return ids(firm.accountant().get(query), "expenseId");
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
