package io.rems.approval.escalation.web;

import io.rems.approval.escalation.ConductApproval.Later;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of an extension: until an instant, or by a time.
 *
 * @param by in the time that counts for the request; a year at most
 */
record DeadlineExtension(
        @NotBlank @Size(max = 2000) String reason,
        @Nullable Instant until,
        @Nullable Duration by) {

    private static final Duration LONGEST = Duration.ofDays(366);

    Later later(Instant now) {
        if (until != null && by == null) {
            if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
                throw new InvalidRequest("until", "OUT_OF_RANGE", "must be in the future, and within a year");
            }
            return (_, _) -> until;
        }
        if (until != null || by == null) {
            throw new InvalidRequest("until", "AMBIGUOUS", "say either until or by");
        }
        if (!by.isPositive() || by.compareTo(LONGEST) > 0) {
            throw new InvalidRequest("by", "OUT_OF_RANGE", "must be longer than nothing, and a year at most");
        }
        return (deadline, time) -> time.after(deadline, by);
    }
}
