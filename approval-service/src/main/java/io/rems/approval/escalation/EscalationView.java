package io.rems.approval.escalation;

import io.rems.approval.decision.domain.EscalationCause;
import io.rems.approval.escalation.domain.Step;
import io.rems.approval.escalation.domain.StepKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a request while nobody decided it, and what will.
 *
 * @param deadline absent where nobody was asked
 * @param workingDaysOnly whether the days on which the firm does not work count for nothing
 * @param paused where the time stands still; what is still to come is then later by the pause
 * @param coming empty once it is decided
 */
public record EscalationView(
        UUID expenseId,
        String state,
        @Nullable Integer round,
        @Nullable Instant requestedAt,
        @Nullable Instant deadline,
        boolean workingDaysOnly,
        @Nullable PauseView paused,
        List<HappenedView> happened,
        List<StepView> coming,
        long version) {

    /** @param until when it goes on by itself; absent: when somebody says so */
    public record PauseView(Instant since, @Nullable Instant until) {}

    /**
     * What was done.
     *
     * @param what a step, or {@code PAUSE}, {@code RESUMPTION}, {@code EXTENSION}, {@code REASSIGNMENT}
     * @param dueAt when it was planned; absent for what somebody did
     * @param late whether it was caught up with
     * @param reason what an administrator said
     * @param cause of an escalation
     */
    public record HappenedView(
            String what,
            Instant at,
            @Nullable Instant dueAt,
            boolean late,
            @Nullable String reason,
            @Nullable EscalationCause cause) {}

    /** What will be done. */
    public record StepView(StepKind what, Instant at) {

        public static StepView of(Step step) {
            return new StepView(step.kind(), step.at());
        }
    }
}
