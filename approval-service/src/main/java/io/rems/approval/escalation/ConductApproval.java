package io.rems.approval.escalation;

import io.rems.approval.businesstime.domain.BusinessTime;
import io.rems.approval.decision.RequestBefore;
import io.rems.approval.decision.Voters;
import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ApprovalRequest.Closed;
import io.rems.approval.decision.domain.ApprovalRequest.Open;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Remark;
import io.rems.approval.escalation.domain.RequestClock;
import io.rems.approval.escalation.domain.RequestClock.Paused;
import io.rems.platform.Outcome;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What an administrator says about the time that those have who decide. The expense is held first, as by a vote and by the
 * timer: whoever comes second finds what the first has left.
 */
@Service
public class ConductApproval {

    private final RequestBefore requestBefore;
    private final Timetables timetables;
    private final KeepClock keepClock;
    private final Transactions transactions;
    private final Clock clock;

    ConductApproval(
            RequestBefore requestBefore,
            Timetables timetables,
            KeepClock keepClock,
            Transactions transactions,
            Clock clock) {
        this.requestBefore = requestBefore;
        this.timetables = timetables;
        this.keepClock = keepClock;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A change of a clock, once its request is held. */
    private interface Change {
        Outcome<RequestClock, ApprovalEvent> of(Open request, RequestClock clock, Remark reason, BusinessTime time);
    }

    /** @param until when it goes on by itself; null: when somebody says so */
    public Mono<Long> pause(ExpenseId id, String reason, @Nullable Instant until, Caller caller) {
        return changed(
                id, null, reason, caller, (request, clock, remark, _) -> clock.pause(request.matter(), remark, until));
    }

    public Mono<Long> resume(ExpenseId id, String reason, Caller caller) {
        return changed(
                id,
                null,
                reason,
                caller,
                (request, clock, remark, time) -> clock.resume(request.matter(), remark, remark.at(), time));
    }

    /**
     * @param expected the version that the administrator saw, so that nobody's extension is added to another's unseen
     * @param later the new deadline, of the one that holds
     */
    public Mono<Long> extend(ExpenseId id, long expected, String reason, Later later, Caller caller) {
        return changed(
                id,
                expected,
                reason,
                caller,
                (request, clock, remark, time) ->
                        clock.extend(request.matter(), remark, later.than(request.deadline(), time), time));
    }

    /** Which instant follows from a deadline, in the time that counts. */
    @FunctionalInterface
    public interface Later {
        Instant than(Instant deadline, BusinessTime time);
    }

    private Mono<Long> changed(ExpenseId id, @Nullable Long expected, String reason, Caller caller, Change change) {
        var administrator = Voters.of(caller).orElseThrow(PermissionDenied::new);
        return transactions.inFirm(requestBefore
                .holdToConduct(id, administrator)
                .flatMap(request -> expected == null || expected == request.version()
                        ? Mono.just(request)
                        : Mono.error(StaleVersion::new))
                .flatMap(request ->
                        changed(request, new Remark(administrator.person(), reason, clock.instant()), change))
                .map(Versioned::version));
    }

    private Mono<Versioned<ApprovalRequest>> changed(Versioned<ApprovalRequest> request, Remark reason, Change change) {
        return switch (request.value()) {
            case Closed closed -> Mono.error(new RequestRefused(closed.conclusion()));
            case Open open ->
                timetables
                        .of(open.matter().expense())
                        .flatMap(running -> keepClock.changed(
                                request,
                                running,
                                reckonedFrom(open, running),
                                time -> change.of(open, running, reason, time)));
        };
    }

    private static Instant reckonedFrom(Open request, RequestClock clock) {
        return clock instanceof Paused paused ? paused.since() : request.deadline();
    }
}
