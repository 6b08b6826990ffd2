package io.rems.approval.escalation.domain;

import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Notice;
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
public record DueSteps(List<Step> steps, Instant now, Duration tolerance) {

    public DueSteps {
        steps = List.copyOf(steps);
    }

    public Outcome<ApprovalRequest, ApprovalEvent> of(ApprovalRequest request) {
        var state = request;
        var happened = new ArrayList<ApprovalEvent>();
        for (var step : steps) {
            switch (done(step, state)) {
                case Outcome.Refused<ApprovalRequest, ApprovalEvent> refused -> {
                    return refused;
                }
                case Outcome.Accepted<ApprovalRequest, ApprovalEvent>(var next, var events) -> {
                    state = next;
                    happened.addAll(events);
                }
            }
        }
        return new Outcome.Accepted<>(state, happened);
    }

    private Outcome<ApprovalRequest, ApprovalEvent> done(Step step, ApprovalRequest request) {
        var notice = new Notice(step.at(), now, step.at().plus(tolerance).isBefore(now));
        return switch (step.kind()) {
            case REMINDER, ADMINISTRATORS_REMINDER -> request.remind(notice);
            case ESCALATION -> request.escalate(notice);
            case PLATFORM_ESCALATION -> request.escalateFurther(notice);
        };
    }
}
