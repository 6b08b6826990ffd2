package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.test.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What may become of an expense after it was recorded. */
@ApprovalServiceTest
class ChangingExpensesTest {

    private static final String EXPENSE = "/api/v1/expenses/{id}";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;
    UUID property;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        property = firm.property();
    }

    @Test
    void aDraftMayBecomeAnything() {
        var draft = firm.add("/api/v1/expenses", firm.expense(property, "10.000"));

        change(draft, 1, "20.500", Map.of("propertyId", firm.property(), "date", "2026-01-01", "priority", "URGENT"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.amount.amount")
                .isEqualTo("20.500")
                .jsonPath("$.state")
                .isEqualTo("DRAFT");

        change(draft, 1, "30.000", Map.of()).expectStatus().isEqualTo(412);
        change(draft, 2, "20.500", Map.of("propertyId", UUID.randomUUID()))
                .expectStatus()
                .isEqualTo(422);
        assertThat(types(draft)).containsExactly("ExpenseRecorded", "ExpenseChanged");
    }

    @Test
    void whatADecisionRestsOnIsLockedWhileItIsPending() {
        var expense = firm.submit(property, "4500.000");

        change(expense, 3, "5000.000", Map.of("vendorId", anotherVendor(), "description", "Lift, repaired"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("EXPENSE_LOCKED")
                .jsonPath("$.facts.fields")
                .isEqualTo(List.of("amount", "vendorId"))
                .jsonPath("$.facts.state")
                .isEqualTo("PENDING");

        change(expense, 3, "4500.000", Map.of("unitId", firm.unit(property), "description", "Lift, repaired"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PENDING");
        firm.approve(firm.admin(), expense).expectStatus().isOk();
    }

    @Test
    void anotherAmountAfterApprovalIsPutToThemAgainAndTheFirstWordStaysReadable() {
        var fatima = newOwner();
        var hers = firm.property(part(fatima, "1/1"));
        var expense = firm.submit(hers, "4500.000");
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();

        change(expense, 5, "6000.000", Map.of("propertyId", hers))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PENDING")
                .jsonPath("$.round")
                .isEqualTo(2);

        pay(expense, "6000.000").expectStatus().isEqualTo(409);
        routing(expense, "")
                .jsonPath("$.round")
                .isEqualTo(2)
                .jsonPath("$.decision")
                .isEmpty()
                .jsonPath("$.amount.amount")
                .isEqualTo("6000.000");
        routing(expense, "?round=1")
                .jsonPath("$.decision.verdict")
                .isEqualTo("APPROVED")
                .jsonPath("$.amount.amount")
                .isEqualTo("4500.000")
                .jsonPath("$.voters[0].vote.comment")
                .isEqualTo("As agreed");
        firm.reject(firm.owner(fatima), expense).expectStatus().isOk();
        firm.hasState(expense, "REJECTED");
        assertThat(types(expense))
                .containsExactly(
                        "ExpenseRecorded",
                        "ExpenseSubmitted",
                        "ApprovalRequested",
                        "ApprovalVoteCast",
                        "ApprovalDecided",
                        "ExpenseChanged",
                        "ExpenseSubmitted",
                        "ApprovalRequested",
                        "ApprovalVoteCast",
                        "ApprovalDecided");
    }

    @Test
    void whatIsSaidOfItInOtherWordsAfterApprovalNeedsNoFurtherOne() {
        var expense = firm.submit(property, "10.000");

        change(
                        expense,
                        3,
                        "10.000",
                        Map.of("description", "Lift, repaired", "tax", Map.of("amount", "1.000", "currency", "KWD")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("APPROVED")
                .jsonPath("$.round")
                .isEqualTo(1);
    }

    @Test
    void draftsAreDeletedAndNothingElse() {
        var draft = firm.add("/api/v1/expenses", firm.expense(property, "10.000"));
        var approved = firm.submit(property, "10.000");

        Answers.refused(firm.accountant().delete(EXPENSE, 3, approved), "NOT_A_DRAFT");
        firm.accountant().delete(EXPENSE, 7, draft).expectStatus().isEqualTo(412);
        firm.accountant().delete(EXPENSE, 1, draft).expectStatus().isNoContent();

        firm.accountant().get(EXPENSE, draft).expectStatus().isNotFound();
        assertThat(events.await("rems.approval.ExpenseDeleted.v1", draft).aggregateVersion())
                .isEqualTo(2);
    }

    @Test
    void whatIsVoidSaysWhyAndCountsNoLonger() {
        var expense = firm.submit(property, "900.000");

        declareVoid(expense)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.voided.reason")
                .isEqualTo("Twice");

        firm.hasState(expense, "VOID");
        Answers.refused(declareVoid(expense), "ALREADY_VOID");
        Answers.refused(change(expense, 4, "900.000", Map.of("description", "X")), "EXPENSE_LOCKED");
        Answers.refused(firm.approve(firm.admin(), expense), "ALREADY_DECIDED");
        firm.hasState(firm.submit(property, "900.000"), "APPROVED");
        events.await("rems.approval.ExpenseVoided.v1", expense);
    }

    @Test
    void whatWaitsForADecisionIsNotDeclaredVoid() {
        Answers.refused(declareVoid(firm.submit(property, "4500.000")), "UNDER_DECISION");
    }

    @Test
    void theTimelineTellsWhoDidWhatWhen() {
        var admin = firm.admin();
        var expense = firm.submit(property, "4500.000");
        firm.approve(admin, expense).expectStatus().isOk();
        pay(expense, "4500.000").expectStatus().isOk();

        var entries = Answers.json(firm.accountant().get(EXPENSE + "/timeline", expense))
                .path("entries");

        assertThat(entries.findValuesAsString("event"))
                .containsExactly(
                        "ExpenseRecorded",
                        "ExpenseSubmitted",
                        "ApprovalRequested",
                        "ApprovalVoteCast",
                        "ApprovalDecided",
                        "ExpensePaid");
        assertThat(entries.findValuesAsString("version")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(entries.path(3).path("userId").asString()).isNotBlank();
        assertThat(entries.path(5).at("/data/amount/amount").asString()).isEqualTo("4500.000");
        firms.open()
                .accountant()
                .get(EXPENSE + "/timeline", expense)
                .expectStatus()
                .isNotFound();
        firm.owner(newOwner())
                .get(EXPENSE + "/timeline", expense)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void anotherFirmCannotTouchThem() {
        var draft = firm.add("/api/v1/expenses", firm.expense(property, "10.000"));
        var foreign = firms.open();

        foreign.accountant().delete(EXPENSE, 1, draft).expectStatus().isNotFound();
        foreign.accountant()
                .post(EXPENSE + "/voiding", Map.of("reason", "X"), draft)
                .expectStatus()
                .isNotFound();
        foreign.accountant()
                .put(EXPENSE, 1, foreign.expense(foreign.property(), "10.000"), draft)
                .expectStatus()
                .isNotFound();
        firm.hasState(draft, "DRAFT");
    }

    private UUID anotherVendor() {
        return firm.add("/api/v1/vendors", Map.of("name", "Another"));
    }

    private ResponseSpec change(UUID expense, long version, String amount, Map<String, ?> more) {
        var body = firm.expense(property, amount);
        body.putAll(more);
        return firm.accountant().put(EXPENSE, version, body, expense);
    }

    private ResponseSpec declareVoid(UUID expense) {
        return firm.accountant().post(EXPENSE + "/voiding", Map.of("reason", "Twice"), expense);
    }

    private ResponseSpec pay(UUID expense, String amount) {
        return firm.pay(expense, amount, UUID.randomUUID().toString());
    }

    private BodyContentSpec routing(UUID expense, String query) {
        return firm.accountant()
                .get(EXPENSE + "/routing" + query, expense)
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private List<String> types(UUID expense) {
        var last = Answers.json(firm.accountant().get(EXPENSE, expense))
                .path("version")
                .asLong();
        events.await(
                event -> event.subject().equals(expense) && event.aggregateVersion() == last, "the last of " + expense);
        return events.all().stream()
                .filter(event -> event.subject().equals(expense))
                .map(ReceivedEvent::type)
                .map(type -> type.split("\\.")[2])
                .toList();
    }
}
