package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Expenses that are given back for information, or taken back. */
@ApprovalServiceTest
class ReturningTest {

    private static final String EXPENSE = "/api/v1/expenses/{id}";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    @Autowired
    OwnershipStandIn.Answers ownership;

    @Autowired
    DueWorkRunner runner;

    @Autowired
    @Qualifier("escalation")
    DueWork escalation;

    TestFirm firm;
    UUID fatima = newOwner();
    UUID yusuf = newOwner();
    UUID property;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        property = firm.property(part(fatima, "1/2"), part(yusuf, "1/2"));
    }

    @Test
    void whatIsGivenBackIsPutRightAndGoesBeforeAllOfThemAgain() {
        var expense = firm.submit(property, "4500.000");
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();

        var answer = Answers.json(giveBack(firm.owner(yusuf), expense));
        assertThat(answer.path("state").asString()).isEqualTo("RETURNED");
        Answers.refused(firm.approve(firm.owner(yusuf), expense), "ALREADY_RETURNED");
        var returned = events.await("rems.approval.ApprovalReturned.v1", expense);
        assertThat(returned.data().path("reason").asString()).isEqualTo("Which lift?");
        assertThat(returned.data().path("returnsLeft").asInt()).isEqualTo(2);
        assertThat(view(expense).at("/returned/reason").asString()).isEqualTo("Which lift?");

        change(expense, "4600.000").expectStatus().isOk();
        submit(firm.admin(), expense).expectStatus().isOk();

        assertThat(view(expense).path("round").asInt()).isEqualTo(2);
        firm.hasState(expense, "PENDING");
        assertThat(view(expense).path("returned").isNull()).isTrue();
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();
        firm.hasState(expense, "PENDING");
        firm.approve(firm.owner(yusuf), expense).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
        var first = Answers.json(firm.accountant().get(EXPENSE + "/routing?round=1", expense));
        assertThat(first.at("/amount/amount").asString()).isEqualTo("4500.000");
        assertThat(first.at("/returned/reason").asString()).isEqualTo("Which lift?");
    }

    @Test
    void nothingIsDueWhileItIsWithItsSubmitter() {
        firm.set("approval.escalateAfter", "PT0.001S");
        var expense = firm.submit(property, "4500.000");
        giveBack(firm.owner(yusuf), expense).expectStatus().isOk();

        runner.runOnce(escalation).block(PATIENCE);

        firm.hasState(expense, "RETURNED");
        submit(firm.accountant(), expense).expectStatus().isOk();
        runner.runOnce(escalation).block(PATIENCE);
        firm.hasState(expense, "ESCALATED");
    }

    @Test
    void itIsGivenBackThreeTimesAtMost() {
        var expense = firm.submit(property, "4500.000");
        for (var times = 0; times < 3; times++) {
            giveBack(firm.owner(fatima), expense).expectStatus().isOk();
            submit(firm.accountant(), expense).expectStatus().isOk();
        }

        giveBack(firm.owner(fatima), expense)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ROUNDS_EXHAUSTED")
                .jsonPath("$.facts.remaining[1]")
                .isEqualTo("REJECT");
        firm.reject(firm.owner(fatima), expense).expectStatus().isOk();
        firm.hasState(expense, "REJECTED");
    }

    @Test
    void anAdministratorWhoAskedInAnEarlierRoundDoesNotDecideInALaterOne() {
        var asks = firm.admin();
        var other = firm.admin();
        var expense = firm.add("/api/v1/expenses", firm.expense(firm.property(), "4500.000"));
        submit(asks, expense).expectStatus().isOk();
        giveBack(other, expense).expectStatus().isOk();
        submit(other, expense).expectStatus().isOk();

        Answers.refused(firm.approve(asks, expense), "OWN_SUBMISSION");
        Answers.refused(firm.approve(other, expense), "OWN_SUBMISSION");
        assertThat(Answers.ids(asks.get("/api/v1/approvals/pending"), "expenseId"))
                .isEmpty();
        firm.approve(firm.admin(), expense).expectStatus().isOk();
    }

    @Test
    void itsSubmitterTakesItBackFromWhereverItWaits() {
        var pending = firm.submit(property, "4500.000");
        var returned = firm.submit(property, "4500.000");
        giveBack(firm.owner(fatima), returned).expectStatus().isOk();
        var unknown = firm.namedProperty();
        ownership.failsFor(unknown);
        var routing = firm.submit(unknown, "4500.000");
        firm.hasState(routing, "ROUTING");

        for (var expense : new UUID[] {pending, returned, routing}) {
            withdraw(firm.accountant(), expense)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.state")
                    .isEqualTo("WITHDRAWN")
                    .jsonPath("$.withdrawn.reason")
                    .isEqualTo("Mistaken");
            events.await("rems.approval.ApprovalWithdrawn.v1", expense);
            Answers.refused(withdraw(firm.accountant(), expense), "ALREADY_WITHDRAWN");
        }
        Answers.refused(firm.approve(firm.owner(fatima), pending), "ALREADY_WITHDRAWN");
        firm.ownership(unknown, 1, part(fatima, "1/1"));
        firm.hasState(routing, "WITHDRAWN");
        submit(firm.accountant(), routing).expectStatus().isOk();
        firm.hasState(routing, "PENDING");
        assertThat(view(routing).path("round").asInt()).isEqualTo(2);
        firm.accountant()
                .post(EXPENSE + "/voiding", Map.of("reason", "Mistaken"), pending)
                .expectStatus()
                .isOk();
    }

    @Test
    void onlyItsSubmitterOrAnAdministratorTakesItBackAndOnlyBeforeTheDecision() {
        var other = firm.as(TestCallers.accountant(firm.id()));
        var expense = firm.submit(property, "4500.000");
        var decided = firm.submit(property, "4500.000");
        firm.reject(firm.owner(fatima), decided).expectStatus().isOk();
        var draft = firm.add("/api/v1/expenses", firm.expense(property, "1.000"));

        Answers.refused(withdraw(other, expense), "NOT_THE_SUBMITTER");
        firm.owner(fatima)
                .post(EXPENSE + "/withdrawal", Map.of("reason", "No"), expense)
                .expectStatus()
                .isForbidden();
        Answers.refused(withdraw(firm.accountant(), decided), "ALREADY_DECIDED");
        Answers.refused(withdraw(firm.accountant(), draft), "NOT_SUBMITTED");
        withdraw(firms.open().admin(), expense).expectStatus().isNotFound();
        withdraw(firm.admin(), expense).expectStatus().isOk();
    }

    @Test
    void whatWasTakenBackCountsForNoLimit() {
        var ofFirm = firm.property();
        var large = firm.submit(ofFirm, "900.000");
        var more = firm.submit(ofFirm, "900.000");
        withdraw(firm.accountant(), more).expectStatus().isOk();

        firm.hasState(firm.submit(ofFirm, "100.000"), "APPROVED");
        firm.hasState(large, "APPROVED");
    }

    private ResponseSpec giveBack(RemsHttp.AsCaller by, UUID expense) {
        return by.post(EXPENSE + "/return", Map.of("reason", "Which lift?"), expense);
    }

    private ResponseSpec withdraw(RemsHttp.AsCaller by, UUID expense) {
        return by.post(EXPENSE + "/withdrawal", Map.of("reason", "Mistaken"), expense);
    }

    private static ResponseSpec submit(RemsHttp.AsCaller by, UUID expense) {
        return by.command(EXPENSE + "/submission", expense);
    }

    private ResponseSpec change(UUID expense, String amount) {
        var version = view(expense).path("version").asLong();
        return firm.accountant().put(EXPENSE, version, firm.expense(property, amount), expense);
    }

    private JsonNode view(UUID expense) {
        return Answers.json(firm.accountant().get(EXPENSE, expense));
    }
}
