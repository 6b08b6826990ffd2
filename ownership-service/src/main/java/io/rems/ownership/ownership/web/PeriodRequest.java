package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.NewPeriod;
import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.Terms;
import io.rems.ownership.ownership.domain.Terms.Acquisition;
import io.rems.platform.Identifiers;
import io.rems.platform.Share;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A period to add; {@code to} is the first day on which the share is no longer held. */
record PeriodRequest(
        @Nullable UUID id,
        @NotNull UUID ownerId,
        @NotBlank @Size(max = 100) String share,
        @NotNull LocalDate from,
        @Nullable LocalDate to,
        @Nullable HoldingType type,
        @Nullable Acquisition acquisition,
        @Nullable Boolean primaryContact,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 6)
        BigDecimal managementFeePercent,

        @Nullable @Size(max = 2000) String note) {

    NewPeriod period() {
        return new NewPeriod(
                new PeriodId(id == null ? Identifiers.next() : id),
                ownerId,
                type,
                InvalidRequest.unless("share", () -> OwnershipPeriod.holdable(Share.parse(share))),
                Days.between("from", from, "to", to),
                new Terms(
                        acquisition == null ? Acquisition.OTHER : acquisition,
                        Boolean.TRUE.equals(primaryContact),
                        managementFeePercent,
                        note));
    }
}
