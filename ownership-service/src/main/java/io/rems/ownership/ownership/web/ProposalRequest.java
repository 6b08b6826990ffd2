package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who would hold shares from a day on.
 *
 * @param shares all holders of these days; or, with {@code addition}, one who comes to them
 * @param reason not looked at: what is proposed has the form of what will be assigned
 * @param addition one share is added to what others hold
 * @param replaces the period of which the added share would be the correction
 */
record ProposalRequest(
        @NotNull LocalDate from,
        @Nullable LocalDate until,
        @Nullable @Size(max = 2000) String reason,
        @NotNull @Size(max = 200) List<@NotNull @Valid ShareRequest> shares,
        @Nullable Boolean addition,
        @Nullable UUID replaces) {

    Validity days() {
        return Days.between("from", from, "until", until);
    }

    boolean isAddition() {
        return Boolean.TRUE.equals(addition) || replaces != null;
    }

    @Nullable
    PeriodId replaced() {
        return replaces == null ? null : new PeriodId(replaces);
    }

    TableReading reading() {
        if (isAddition() && shares.size() != 1) {
            throw new InvalidRequest("shares", "SIZE", "Give the one share that is added.");
        }
        return TableReading.of(shares);
    }
}
