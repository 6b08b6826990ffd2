package io.rems.approval.escalation;

import io.rems.approval.businesstime.FirmCalendar;
import io.rems.approval.decision.Electorate;
import io.rems.approval.decision.KeepApproval;
import io.rems.approval.decision.NextLevel;
import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ApprovalRequest.Pending;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Does not wait for the deadline of a request that nobody may decide on any more but who submitted it. */
@Service
class EscalateAbandoned implements NextLevel {

    private final Electorate electorate;
    private final KeepApproval keepApproval;
    private final Timetables timetables;
    private final FirmCalendar calendar;
    private final Clock clock;

    EscalateAbandoned(
            Electorate electorate,
            KeepApproval keepApproval,
            Timetables timetables,
            FirmCalendar calendar,
            Clock clock) {
        this.electorate = electorate;
        this.keepApproval = keepApproval;
        this.timetables = timetables;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Mono<Versioned<ApprovalRequest>> ifNobodyIsLeft(Versioned<ApprovalRequest> request) {
        if (!(request.value() instanceof Pending pending)) {
            return Mono.just(request);
        }
        var now = clock.instant();
        return electorate
                .of(pending)
                .map(reach -> pending.escalateUnlessSomebodyIsLeft(reach, now))
                .flatMap(outcome -> escalated(request, outcome, now));
    }

    private Mono<Versioned<ApprovalRequest>> escalated(
            Versioned<ApprovalRequest> request, Outcome<ApprovalRequest, ApprovalEvent> outcome, Instant now) {
        if (!(outcome instanceof Accepted<ApprovalRequest, ApprovalEvent>(var state, var events)) || events.isEmpty()) {
            return Mono.just(request);
        }
        return keepApproval
                .changedAll(List.of(request.with(outcome)))
                .then(Mono.defer(() -> moved(state, events.size() > 1, now)))
                .thenReturn(new Versioned<>(state, request.version() + events.size()));
    }

    /** @param toTheEnd where the last level has been reached */
    private Mono<Void> moved(ApprovalRequest request, boolean toTheEnd, Instant now) {
        var expense = request.matter().expense();
        return timetables
                .of(expense)
                .flatMap(found -> calendar.time(found.timetable().workingDaysOnly(), now)
                        .map(time -> found.timetable().escalated(now, time)))
                .flatMap(timetable -> timetables.escalated(
                        expense, toTheEnd ? timetable.after(timetable.coming().size()) : timetable));
    }
}
