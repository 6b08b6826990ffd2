package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.Due;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@ApprovalServiceTest
class EscalationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ESCALATED = "rems.approval.ApprovalEscalated.v1";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    @Autowired
    Transactions transactions;

    @Autowired
    DueWorkRunner runner;

    @Autowired
    @Qualifier("escalation")
    DueWork escalation;

    TestFirm firm;
    UUID fatima = newOwner();

    @BeforeEach
    void openImpatientFirm() {
        firm = firms.open();
        firm.set("approval.escalateAfter", "PT0.001S");
    }

    @Test
    void administratorsDecideWhatOwnersLeftAlone() {
        var expense = firm.submit(firm.property(part(fatima, "1/1")), "4500.000");

        runner.runOnce(escalation).block(PATIENCE);

        firm.hasState(expense, "ESCALATED");
        var event = events.await(ESCALATED, expense);
        assertThat(event.actor()).isEqualTo(Actor.service("approval"));
        assertThat(event.aggregateVersion()).isEqualTo(4);
        firm.approve(firm.admin(), expense)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("APPROVED");
    }

    @Test
    void ownersMayStillDecideWhatIsEscalated() {
        var expense = firm.submit(firm.property(part(fatima, "1/1")), "4500.000");
        runner.runOnce(escalation).block(PATIENCE);

        firm.reject(firm.owner(fatima), expense)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("REJECTED");
    }

    @Test
    void whatIsDecidedInTimeDoesNotEscalate() {
        var expense = firm.submit(firm.property(part(fatima, "1/1")), "4500.000");
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();

        runner.runOnce(escalation).block(PATIENCE);

        firm.hasState(expense, "APPROVED");
    }

    @Test
    void inASuspendedFirmNothingEscalatesUntilItIsReactivatedAndThenOnceAndLate() {
        firm.suspend();
        var expense = firm.submit(firm.property(part(fatima, "1/1")), "4500.000");
        var working = firms.open();
        working.set("approval.escalateAfter", "PT0.001S");
        var other = working.submit(working.property(part(fatima, "1/1")), "4500.000");

        runner.runOnce(escalation).block(PATIENCE);
        escalation
                .each()
                .apply(new Due(firm.id(), expense))
                .contextWrite(
                        context -> CurrentCaller.with(context, Caller.acting(Actor.service("approval"), firm.id())))
                .block(PATIENCE);
        working.hasState(other, "ESCALATED");
        firm.hasState(expense, "PENDING");

        firm.reactivate();
        Flux.range(0, 3).flatMap(_ -> runner.runOnce(escalation), 3).blockLast(PATIENCE);

        firm.hasState(expense, "ESCALATED");
        var event = events.await(ESCALATED, expense);
        assertThat(Instant.parse(event.data().path("escalatedAt").stringValue()))
                .isAfter(Instant.parse(event.data().path("deadline").stringValue()));
        assertThat(escalationsOf(List.of(expense))).hasSize(1);
    }

    @Test
    void howeverManyReplicasRunItEscalatesOnce() {
        var property = firm.property(part(fatima, "1/1"));
        var expenses = IntStream.range(0, 10)
                .mapToObj(_ -> firm.submit(property, "4500.000"))
                .toList();

        Flux.range(0, 6).flatMap(_ -> runner.runOnce(escalation), 6).blockLast(PATIENCE);
        runner.runOnce(escalation).block(PATIENCE);

        expenses.forEach(expense -> events.await(ESCALATED, expense));
        assertThat(escalationsOf(expenses)).hasSize(expenses.size());
        expenses.forEach(expense -> firm.hasState(expense, "ESCALATED"));
    }

    @Test
    void aCrashBeforeTheCommitLosesNothingAndPublishesNothing() {
        var expense = firm.submit(firm.property(part(fatima, "1/1")), "4500.000");
        var crash = escalation
                .each()
                .apply(new Due(firm.id(), expense))
                .then(Mono.<Void>error(new IllegalStateException("Killed")));

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions
                        .inFirm(firm.id(), Actor.service("approval"), crash)
                        .block(PATIENCE));
        firm.hasState(expense, "PENDING");
        runner.runOnce(escalation).block(PATIENCE);

        assertThat(events.await(ESCALATED, expense).aggregateVersion()).isEqualTo(4);
        assertThat(escalationsOf(List.of(expense))).hasSize(1);
    }

    @Test
    void aVoteAtTheDeadlineAndTheEscalationDoNotUndoEachOther() {
        var property = firm.property(part(fatima, "1/1"));
        var owner = firm.owner(fatima);
        var expenses = IntStream.range(0, 8)
                .mapToObj(_ -> firm.submit(property, "4500.000"))
                .toList();

        Flux.merge(
                        runner.runOnce(escalation),
                        Flux.fromIterable(expenses)
                                .flatMap(expense -> Mono.fromRunnable(() -> firm.approve(owner, expense)
                                                .expectStatus()
                                                .isOk())
                                        .subscribeOn(Schedulers.boundedElastic()))
                                .then())
                .blockLast(PATIENCE);

        expenses.forEach(expense -> firm.hasState(expense, "APPROVED"));
    }

    /** The first level: the second follows after another deadline, which is as short. */
    private List<ReceivedEvent> escalationsOf(List<UUID> expenses) {
        return events.all().stream()
                .filter(event -> event.type().equals(ESCALATED) && expenses.contains(event.subject()))
                .filter(event -> event.data().path("level").asInt() == 1)
                .toList();
    }
}
