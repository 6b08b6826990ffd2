package io.rems.approval.decision.web;

import io.rems.approval.decision.domain.Verdict;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * What an owner said by other means.
 *
 * @param note how: by telephone, in a letter
 * @param decidedOn the day on which he said so
 */
record OfflineDecision(
        @NotNull UUID ownerId,
        @NotNull Verdict verdict,
        @NotBlank @Size(max = 2000) String note,
        @NotNull LocalDate decidedOn) {

    OfflineDecision checked(Instant now) {
        if (decidedOn.isAfter(LocalDate.ofInstant(now, ZoneOffset.MAX))) {
            throw new InvalidRequest("decidedOn", "OUT_OF_RANGE", "is a day that has not begun anywhere");
        }
        return this;
    }
}
