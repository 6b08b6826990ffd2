package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.platform.Identifiers;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import reactor.core.publisher.Flux;

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
    void anExpenseIsAcceptedAndWaitsWhileNobodyCanSayWhoHoldsTheProperty() {
        var property = Identifiers.next();
        ownership.failsFor(property);
        var expense = firm.submit(property, "4500.000");
        firm.hasState(expense, "ROUTING");

        runner.runOnce(routing).block(PATIENCE);

        firm.hasState(expense, "ROUTING");
        firm.accountant()
                .get("/api/v1/expenses/{id}/routing", expense)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whatWaitsInASuspendedFirmIsRoutedWhenItWorksAgain() {
        var property = Identifiers.next();
        ownership.failsFor(property);
        var expense = firm.submit(property, "4500.000");
        firm.suspend();
        firm.ownership(property, 1, part(newOwner(), "1/1"));

        runner.runOnce(routing).block(PATIENCE);
        firm.hasState(expense, "ROUTING");

        firm.reactivate();
        isRouted(expense);
    }

    @Test
    void ownershipServiceIsAskedForWhatItHasNotToldYet() {
        var property = Identifiers.next();
        var fatima = newOwner();
        ownership.wholly(firm.id(), property, fatima);

        var expense = firm.submit(property, "4500.000");

        firm.hasState(expense, "PENDING");
        events.await("rems.approval.ApprovalRequested.v1", expense);
        firm.approve(firm.owner(fatima), expense)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("APPROVED");
    }

    /** The news of its first owner may be under way. */
    @Test
    void aPropertyThatIsKnownByItsNameOnlyIsNotTakenForTheFirms() {
        var property = firm.namedProperty();
        var fatima = newOwner();
        ownership.wholly(firm.id(), property, fatima);

        var expense = firm.submit(property, "4500.000");

        firm.approve(firm.admin(), expense)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_A_VOTER");
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();
    }

    @Test
    void aPropertyThatIsKnownByItsNameOnlyWaitsWhileOwnershipServiceIsDown() {
        var property = firm.namedProperty();
        ownership.failsFor(property);
        var draft = firm.add("/api/v1/expenses", firm.expense(property, "4500.000"));

        firm.accountant()
                .command("/api/v1/expenses/{id}/submission", draft)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("ROUTING");

        ownership.ofTheFirm(firm.id(), property);
        isRouted(draft);
        firm.approve(firm.admin(), draft).expectStatus().isOk();
    }

    @Test
    void itIsTriedAgainUntilOwnershipServiceIsBack() {
        var property = Identifiers.next();
        ownership.failsFor(property);
        var expense = firm.submit(property, "4500.000");
        runner.runOnce(routing).block(PATIENCE);
        firm.hasState(expense, "ROUTING");

        ownership.wholly(firm.id(), property, newOwner());

        isRouted(expense);
    }

    /** The attempt before has put off the next one by seconds. */
    @Test
    void whatIsToldMeanwhileIsWaitedForNoLonger() {
        var property = Identifiers.next();
        ownership.failsFor(property);
        var expense = firm.submit(property, "4500.000");
        runner.runOnce(routing).block(PATIENCE);
        var fatima = newOwner();
        firm.ownership(property, 1, part(fatima, "1/1"));

        runner.runOnce(routing).block(PATIENCE);

        firm.hasState(expense, "PENDING");
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();
    }

    @Test
    void whatWaitsIsRoutedOnceHoweverManyReplicasTry() {
        var property = Identifiers.next();
        ownership.failsFor(property);
        var expense = firm.submit(property, "4500.000");
        firm.ownership(property, 1, part(newOwner(), "1/1"));

        Flux.range(0, 6).flatMap(_ -> runner.runOnce(routing), 6).blockLast(PATIENCE);

        firm.hasState(expense, "PENDING");
        events.await("rems.approval.ApprovalRequested.v1", expense);
        assertThat(events.all())
                .filteredOn(event -> event.subject().equals(expense))
                .extracting(ReceivedEvent::type)
                .containsExactly(
                        "rems.approval.ExpenseRecorded.v1",
                        "rems.approval.ExpenseSubmitted.v1",
                        "rems.approval.ApprovalRequested.v1");
    }

    /** The breaker towards ownership-service may be open from another test, and each attempt comes later. */
    private void isRouted(UUID expense) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            runner.runOnce(routing).block(PATIENCE);
            firm.hasState(expense, "PENDING");
        });
    }
}
