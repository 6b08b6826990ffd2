package io.rems.ownership.transfer.web;

import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.transfer.NewTransfer.Award;
import io.rems.ownership.transfer.TransferView.PartyType;
import io.rems.platform.Share;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who receives which share of the whole property. */
record AwardRequest(
        @NotNull PartyType type,
        @Nullable UUID ownerId,
        @NotNull String share,
        @Nullable Boolean primaryContact,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 6)
        BigDecimal managementFeePercent) {

    Award award(String field) {
        if (type == PartyType.FIRM_DEFAULT && (Boolean.TRUE.equals(primaryContact) || managementFeePercent != null)) {
            throw new InvalidRequest(field, "INVALID", "The firm is no primary contact and pays itself no fee");
        }
        return new Award(
                PartyRequest.owner(type, ownerId, field),
                InvalidRequest.unless(field + ".share", () -> OwnershipPeriod.holdable(Share.parse(share))),
                Boolean.TRUE.equals(primaryContact),
                managementFeePercent);
    }
}
