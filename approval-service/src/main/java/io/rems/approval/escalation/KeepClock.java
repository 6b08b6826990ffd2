package io.rems.approval.escalation;

import io.rems.approval.businesstime.FirmCalendar;
import io.rems.approval.businesstime.domain.BusinessTime;
import io.rems.approval.decision.KeepApproval;
import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.escalation.domain.RequestClock;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.problem.RequestRefused;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps what became of a request's clock, and the events that tell of it, in the transaction that holds the request. */
@Service
class KeepClock {

    private final Timetables timetables;
    private final KeepApproval keepApproval;
    private final FirmCalendar calendar;

    KeepClock(Timetables timetables, KeepApproval keepApproval, FirmCalendar calendar) {
        this.timetables = timetables;
        this.keepApproval = keepApproval;
        this.calendar = calendar;
    }

    /** @param from the earliest instant that the change reckons from */
    Mono<Versioned<ApprovalRequest>> changed(
            Versioned<ApprovalRequest> request,
            RequestClock clock,
            Instant from,
            Function<BusinessTime, Outcome<RequestClock, ApprovalEvent>> change) {
        return calendar.time(clock.timetable().workingDaysOnly(), from)
                .map(change)
                .flatMap(outcome -> kept(request, outcome));
    }

    private Mono<Versioned<ApprovalRequest>> kept(
            Versioned<ApprovalRequest> request, Outcome<RequestClock, ApprovalEvent> outcome) {
        return switch (outcome) {
            case Refused<RequestClock, ApprovalEvent>(var refusal) -> Mono.error(new RequestRefused(refusal));
            case Accepted<RequestClock, ApprovalEvent>(var clock, var events) -> {
                var state = request.value().until(clock.timetable().deadline());
                yield keepApproval
                        .changed(request.version(), new Accepted<>(state, events))
                        .flatMap(kept ->
                                timetables.keep(state.matter().expense(), clock).thenReturn(kept));
            }
        };
    }
}
