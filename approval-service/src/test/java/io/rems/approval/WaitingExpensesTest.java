package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.awaitility.Awaitility.await;

import io.rems.platform.Identifiers;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Expenses on properties that ownership-service has not told of. */
@ApprovalServiceTest
class WaitingExpensesTest {

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
    @Qualifier("routing")
    DueWork routing;

    TestFirm firm;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
    }

    @Test
    void anExpenseIsAcceptedAndWaitsWhileNobodyKnowsTheProperty() {
        var expense = firm.submit(Identifiers.next(), "4500.000");
        firm.hasState(expense, "ROUTING");

        runner.runOnce(routing).block(PATIENCE);

        firm.hasState(expense, "ROUTING");
        firm.accountant()
                .get("/api/v1/expenses/{id}/routing", expense)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void ownershipServiceIsAskedForWhatItHasNotToldYet() {
        var property = Identifiers.next();
        var fatima = newOwner();
        ownership.wholly(property, fatima);
        var expense = firm.submit(property, "4500.000");
        firm.hasState(expense, "ROUTING");

        isRouted(expense);

        events.await("rems.approval.ApprovalRequested.v1", expense);
        firm.approve(firm.owner(fatima), expense)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("APPROVED");
    }

    @Test
    void itIsTriedAgainUntilOwnershipServiceIsBack() {
        var property = Identifiers.next();
        var expense = firm.submit(property, "4500.000");
        ownership.failsFor(property);
        runner.runOnce(routing).block(PATIENCE);
        firm.hasState(expense, "ROUTING");

        ownership.wholly(property, newOwner());

        isRouted(expense);
    }

    @Test
    void whatIsToldMeanwhileNeedsNoQuestion() {
        var property = Identifiers.next();
        var fatima = newOwner();
        var expense = firm.submit(property, "4500.000");
        firm.ownership(property, 1, part(fatima, "1/1"));

        runner.runOnce(routing).block(PATIENCE);

        firm.hasState(expense, "PENDING");
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();
    }

    /** The breaker towards ownership-service may be open from another test, and each attempt comes later. */
    private void isRouted(UUID expense) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            runner.runOnce(routing).block(PATIENCE);
            firm.hasState(expense, "PENDING");
        });
    }
}
