package io.rems.approval.escalation.domain;

import static io.rems.approval.decision.domain.EscalationLevel.PLATFORM;
import static io.rems.approval.escalation.domain.StepKind.ESCALATION;

import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalEvent.ApprovalEscalated;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Notice;
import io.rems.approval.decision.domain.Reach;
import io.rems.platform.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What should have been done about a request by now, the earliest first. Of what was missed nothing is left out: whoever
 * counts reminders finds as many as were planned, those that were caught up with marked as late.
 *
 * @param tolerance how much later than planned is not late yet
 */
public record DueSteps(Timetable timetable, Instant now, Duration tolerance) {

    /** What becomes of the request, and how many steps of its timetable are behind it then. */
    public record Done(Outcome<ApprovalRequest, ApprovalEvent> outcome, int steps) {}

    /** Whether it matters who is left to decide. */
    public boolean escalate() {
        return due().stream().anyMatch(step -> step.kind() == ESCALATION);
    }

    /** Once the platform has been told, which may be earlier than planned, there is nobody left to turn to. */
    public Done of(ApprovalRequest request, Reach reach) {
        var state = request;
        var happened = new ArrayList<ApprovalEvent>();
        for (var step : due()) {
            switch (done(step, state, reach)) {
                case Outcome.Refused<ApprovalRequest, ApprovalEvent> refused -> {
                    return new Done(refused, 0);
                }
                case Outcome.Accepted<ApprovalRequest, ApprovalEvent>(var next, var events) -> {
                    state = next;
                    happened.addAll(events);
                    if (events.stream().anyMatch(DueSteps::tellsThePlatform)) {
                        return new Done(
                                new Outcome.Accepted<>(state, happened),
                                timetable.coming().size());
                    }
                }
            }
        }
        return new Done(new Outcome.Accepted<>(state, happened), due().size());
    }

    private List<Step> due() {
        return timetable.due(now);
    }

    private static boolean tellsThePlatform(ApprovalEvent event) {
        return event instanceof ApprovalEscalated escalated && escalated.level() == PLATFORM;
    }

    private Outcome<ApprovalRequest, ApprovalEvent> done(Step step, ApprovalRequest request, Reach reach) {
        var notice = new Notice(step.at(), now, step.at().plus(tolerance).isBefore(now));
        return switch (step.kind()) {
            case REMINDER, ADMINISTRATORS_REMINDER -> request.remind(notice);
            case ESCALATION -> request.escalate(notice, reach);
            case PLATFORM_ESCALATION -> request.escalateFurther(notice);
        };
    }
}
