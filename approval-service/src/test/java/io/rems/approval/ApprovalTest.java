package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of expenses from the draft to the verdict, over HTTP. */
@ApprovalServiceTest
class ApprovalTest {

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
    void ownerApprovesWhatTheAccountantSubmitted() {
        var fatima = newOwner();
        var draft = firm.add("/api/v1/expenses", firm.expense(firm.property(part(fatima, "1/1")), "4500.000"));
        firm.hasState(draft, "DRAFT");

        firm.accountant()
                .command("/api/v1/expenses/{id}/submission", draft)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PENDING")
                .jsonPath("$.approval.rule")
                .isEqualTo("SHARE_MAJORITY");
        firm.approve(firm.owner(fatima), draft)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("APPROVED")
                .jsonPath("$.approved.fraction")
                .isEqualTo("1/1");

        firm.hasState(draft, "APPROVED");
        var approved = events.await("rems.approval.ApprovalDecided.v1", draft);
        assertThat(approved.aggregateVersion()).isEqualTo(5);
        assertThat(approved.firm()).isEqualTo(firm.id());
        assertThat(approved.data().get("automatic").asBoolean()).isFalse();
        assertThat(approved.data().get("verdict").asString()).isEqualTo("APPROVED");
        assertThat(approved.data().get("propertyName").asString()).isEqualTo("Tower");
        assertThat(approved.data().get("round").asInt()).isEqualTo(1);
        assertThat(approved.data().get("shareFor").asString()).isEqualTo("1/1");
        assertThat(approved.data().get("amount").get("amount").asString()).isEqualTo("4500.000");
    }

    @Test
    void everyEventOfAnExpenseHasAVersionOfItsOwn() {
        var fatima = newOwner();
        var expense = firm.submit(firm.property(part(fatima, "1/1")), "4500.000");
        firm.reject(firm.owner(fatima), expense).expectStatus().isOk();

        events.await("rems.approval.ApprovalDecided.v1", expense);
        var ofExpense = events.all().stream()
                .filter(event -> event.subject().equals(expense))
                .toList();

        assertThat(ofExpense)
                .extracting(event -> event.aggregateVersion() + " " + event.type())
                .containsExactly(
                        "1 rems.approval.ExpenseRecorded.v1",
                        "2 rems.approval.ExpenseSubmitted.v1",
                        "3 rems.approval.ApprovalRequested.v1",
                        "4 rems.approval.ApprovalVoteCast.v1",
                        "5 rems.approval.ApprovalDecided.v1");
        var requested = ofExpense.get(2).data();
        assertThat(requested.get("voters").get(0).get("ownerId").asString()).isEqualTo(fatima.toString());
        assertThat(requested.get("voters").get(0).get("share").asString()).isEqualTo("1/1");
        var rejected = ofExpense.getLast().data();
        assertThat(rejected.get("verdict").asString()).isEqualTo("REJECTED");
        assertThat(rejected.get("comment").asString()).isEqualTo("Too dear");
        assertThat(rejected.get("shareAgainst").asString()).isEqualTo("1/1");
    }

    @Test
    void amountsUpToTheLimitNeedNobody() {
        var property = firm.property();

        var small = firm.submit(property, "600.000");
        var restOfIt = firm.submit(property, "600.000");

        firm.hasState(small, "APPROVED");
        firm.hasState(restOfIt, "PENDING");
        assertThat(events.await("rems.approval.ApprovalDecided.v1", small)
                        .data()
                        .get("automatic")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void jointlyOwnedPropertyNeedsTheMajorityOfShares() {
        var fatima = newOwner();
        var yusuf = newOwner();
        var property = firm.property(part(fatima, "1/3"), part(yusuf, "1/3"));
        var expense = firm.submit(property, "4500.000");

        firm.approve(firm.owner(fatima), expense)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PENDING")
                .jsonPath("$.approved.percent")
                .isEqualTo("33.333333");
        firm.approve(firm.owner(fatima), expense)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ALREADY_VOTED");
        firm.approve(firm.admin(), expense)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("APPROVED");
    }

    @Test
    void administratorsDecideOnWhatIsTheFirms() {
        var expense = firm.submit(firm.property(), "4500.000");

        firm.reject(firm.admin(), expense)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("REJECTED");
    }

    @Test
    void administratorMayNotDecideOnWhatOwnersHoldBeforeItEscalates() {
        var expense = firm.submit(firm.property(part(newOwner(), "1/1")), "4500.000");

        firm.approve(firm.admin(), expense)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_A_VOTER");
    }

    @Test
    void submitterMayNotDecideUnlessTheFirmAllowsIt() {
        var property = firm.property();
        var admin = firm.admin();
        var refused = firm.add("/api/v1/expenses", firm.expense(property, "4500.000"));
        admin.command("/api/v1/expenses/{id}/submission", refused)
                .expectStatus()
                .isOk();
        firm.approve(admin, refused)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("OWN_SUBMISSION");

        firm.set("approval.allowSelfApproval", "true");
        var allowed = firm.add("/api/v1/expenses", firm.expense(property, "4500.000"));
        admin.command("/api/v1/expenses/{id}/submission", allowed)
                .expectStatus()
                .isOk();

        firm.approve(admin, allowed).expectStatus().isOk();
    }

    @Test
    void theRuleOfTheFirmDecides() {
        var fatima = newOwner();
        var property = firm.property(part(fatima, "1/24"), part(newOwner(), "23/24"));
        firm.set("approval.rule", "ANY_OWNER");
        var expense = firm.submit(property, "4500.000");

        firm.approve(firm.owner(fatima), expense)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("APPROVED");
    }

    @Test
    void aSettingGoesBackToItsDefault() {
        firm.set("approval.autoApproveLimit", "5000.000");
        var below = firm.submit(firm.property(), "4500.000");
        firm.set("approval.autoApproveLimit", null);
        var above = firm.submit(firm.property(), "4500.000");

        firm.hasState(below, "APPROVED");
        firm.hasState(above, "PENDING");
    }

    @Test
    void whoComesAfterTheDecisionLearnsTheOutcome() {
        var expense = firm.submit(firm.property(), "4500.000");
        firm.reject(firm.admin(), expense).expectStatus().isOk();

        firm.approve(firm.admin(), expense)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ALREADY_DECIDED")
                .jsonPath("$.facts.outcome")
                .isEqualTo("REJECTED");
    }

    @Test
    void whatIsNotSubmittedCannotBeDecidedOn() {
        var draft = firm.add("/api/v1/expenses", firm.expense(firm.property(), "4500.000"));

        firm.approve(firm.admin(), draft)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_PENDING");
    }

    @Test
    void anExpenseIsSubmittedOnce() {
        var expense = firm.submit(firm.property(), "4500.000");

        firm.accountant()
                .command("/api/v1/expenses/{id}/submission", expense)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ALREADY_SUBMITTED");
    }

    @Test
    void rejectionNeedsItsReason() {
        var expense = firm.submit(firm.property(), "4500.000");

        firm.admin()
                .post("/api/v1/expenses/{id}/rejection", Map.of("reason", " "), expense)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("reason");
    }

    @Test
    void accountantsSubmitButDoNotDecide() {
        var expense = firm.submit(firm.property(), "4500.000");

        Answers.refused(firm.approve(firm.as(TestCallers.accountant(firm.id())), expense), "NOT_A_VOTER");
        Answers.refused(firm.approve(firm.accountant(), expense), "OWN_SUBMISSION");
        firm.approve(firm.as(TestCallers.viewer(firm.id())), expense)
                .expectStatus()
                .isForbidden();
        firm.as(TestCallers.viewer(firm.id()))
                .post("/api/v1/expenses", firm.expense(firm.property(), "1.000"))
                .expectStatus()
                .isForbidden();
    }
}
