package io.rems.approval.escalation;

import static java.util.Objects.requireNonNull;

import io.rems.approval.decision.Electorate;
import io.rems.approval.decision.KeepApproval;
import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Reach;
import io.rems.approval.escalation.domain.DueSteps;
import io.rems.approval.escalation.domain.RequestClock;
import io.rems.approval.escalation.domain.RequestClock.Paused;
import io.rems.approval.escalation.domain.RequestClock.Running;
import io.rems.platform.Outcome;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.work.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does what is due about requests that nobody decides, many of a firm at once. Claim, states, events and timetables are
 * one transaction: whatever crashes and however many replicas run, each step is done once, and in its order.
 */
@Service
public class FollowTimetables {

    private static final int AT_ONCE = 200;

    private final Timetables timetables;
    private final Electorate electorate;
    private final KeepApproval keepApproval;
    private final KeepClock keepClock;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration tolerance;

    FollowTimetables(
            Timetables timetables,
            Electorate electorate,
            KeepApproval keepApproval,
            KeepClock keepClock,
            Transactions transactions,
            Clock clock,
            @Value("${rems.approval.late-after:PT5M}") Duration tolerance) {
        this.timetables = timetables;
        this.electorate = electorate;
        this.keepApproval = keepApproval;
        this.keepClock = keepClock;
        this.transactions = transactions;
        this.clock = clock;
        this.tolerance = tolerance;
    }

    public Mono<List<Due>> due() {
        return Mono.defer(() -> timetables.due(clock.instant(), AT_ONCE));
    }

    /** Some of what is due of the firm of the caller, the earliest first. */
    public Mono<Void> follow(Due due) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return transactions
                    .inFirm(timetables.claim(now, AT_ONCE).flatMap(claimed -> done(claimed, now)))
                    .onErrorResume(error -> oneByOne(now).then(Mono.error(error)));
        });
    }

    /** What cannot be done stays due, and keeps nothing else from being done. */
    private Mono<Void> oneByOne(Instant now) {
        return timetables
                .dueIn(now, AT_ONCE)
                .flatMapMany(Flux::fromIterable)
                .concatMapDelayError(expense ->
                        transactions.inFirm(timetables.claim(expense, now).flatMap(claimed -> done(claimed, now))))
                .then();
    }

    private Mono<Void> done(List<ExpenseId> claimed, Instant now) {
        return claimed.isEmpty()
                ? Mono.empty()
                : keepApproval
                        .held(claimed)
                        .flatMap(requests -> timetables.ofAll(claimed).flatMap(clocks -> done(requests, clocks, now)));
    }

    private Mono<Void> done(
            List<Versioned<ApprovalRequest>> requests, Map<ExpenseId, RequestClock> clocks, Instant now) {
        var due = new LinkedHashMap<Versioned<ApprovalRequest>, DueSteps>();
        var pauses = new LinkedHashMap<Versioned<ApprovalRequest>, Paused>();
        for (var request : requests) {
            switch (requireNonNull(clocks.get(request.value().matter().expense()))) {
                case Running(var timetable) -> due.put(request, new DueSteps(timetable, now, tolerance));
                case Paused paused -> pauses.put(request, paused);
            }
        }
        return electorate
                .ofAll(escalating(due))
                .flatMap(reaches -> done(due, reaches))
                .thenMany(Flux.fromIterable(pauses.entrySet()))
                .concatMap(pause -> ended(pause.getKey(), pause.getValue()))
                .then();
    }

    private static List<ApprovalRequest> escalating(Map<Versioned<ApprovalRequest>, DueSteps> due) {
        return due.entrySet().stream()
                .filter(each -> each.getValue().escalate())
                .map(each -> each.getKey().value())
                .toList();
    }

    private Mono<Void> done(Map<Versioned<ApprovalRequest>, DueSteps> due, Map<ExpenseId, Reach> reaches) {
        var outcomes = new ArrayList<Versioned<Outcome<ApprovalRequest, ApprovalEvent>>>();
        var steps = new LinkedHashMap<ExpenseId, Integer>();
        due.forEach((request, dueSteps) -> {
            var id = request.value().matter().expense();
            var done = dueSteps.of(request.value(), reaches.getOrDefault(id, Reach.ALL));
            outcomes.add(request.with(done.outcome()));
            steps.put(id, done.steps());
        });
        return keepApproval.changedAll(outcomes).then(timetables.advance(steps));
    }

    private Mono<Versioned<ApprovalRequest>> ended(Versioned<ApprovalRequest> request, Paused paused) {
        var end = requireNonNull(paused.until(), "A pause without an end is never due");
        return keepClock.changed(
                request,
                paused,
                paused.since(),
                time -> paused.resume(request.value().matter(), null, end, time));
    }
}
