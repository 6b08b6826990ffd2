package io.rems.approval.escalation.web;

import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of a pause.
 *
 * @param until when the time goes on by itself, within a year; absent: when somebody says so
 */
record DeadlinePause(
        @NotBlank @Size(max = 2000) String reason, @Nullable Instant until) {

    private static final Duration LONGEST = Duration.ofDays(366);

    void check(Instant now) {
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))) {
            throw new InvalidRequest("until", "OUT_OF_RANGE", "must be in the future, and within a year");
        }
    }
}
