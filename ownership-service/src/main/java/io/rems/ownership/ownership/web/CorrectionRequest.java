package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.NewPeriod;
import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.Terms.Acquisition;
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

/** The whole period as it should have been recorded, and why it was not. */
record CorrectionRequest(
        @NotNull UUID ownerId,
        @NotBlank @Size(max = 100) String share,
        @NotNull LocalDate from,
        @Nullable LocalDate to,
        @Nullable HoldingType type,
        @Nullable Acquisition acquisition,
        @Nullable Boolean primaryContact,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 6)
        BigDecimal managementFeePercent,

        @Nullable @Size(max = 2000) String note,
        @NotBlank @Size(max = 2000) String reason) {

    NewPeriod period(UUID id) {
        return new PeriodRequest(
                        id, ownerId, share, from, to, type, acquisition, primaryContact, managementFeePercent, note)
                .period();
    }
}
