package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.NewTable.NewShare;
import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.Terms.Acquisition;
import io.rems.platform.Share;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a table; what is absent stays as the owner holds it on its first day. */
record ShareRequest(
        @Nullable @Schema(requiredMode = RequiredMode.REQUIRED)
        UUID ownerId,

        @Nullable @Size(max = 100) @Schema(requiredMode = RequiredMode.REQUIRED)
        String share,

        @Nullable HoldingType type,
        @Nullable Acquisition acquisition,
        @Nullable Boolean primaryContact,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 6)
        BigDecimal managementFeePercent,

        @Nullable @Size(max = 2000) String note) {

    NewShare held(String field, UUID owner, Share holdable) {
        return new NewShare(field, owner, holdable, type, acquisition, primaryContact, managementFeePercent, note);
    }
}
