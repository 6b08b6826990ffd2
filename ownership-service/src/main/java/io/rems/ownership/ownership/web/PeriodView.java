package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.ownership.domain.Terms.Acquisition;
import io.rems.platform.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record PeriodView(
        UUID id,
        UUID propertyId,
        UUID ownerId,
        String ownerName,
        Share share,
        LocalDate from,
        @Nullable LocalDate to,
        HoldingType type,
        Acquisition acquisition,
        boolean primaryContact,
        @Nullable BigDecimal managementFeePercent,
        @Nullable String note,
        long version) {

    static PeriodView of(PropertyId property, OwnershipPeriod period) {
        var terms = period.terms();
        return new PeriodView(
                period.id().value(),
                property.value(),
                period.holder().ownerId(),
                period.holder().name(),
                period.share(),
                period.validity().from(),
                period.validity().to(),
                period.type(),
                terms.acquisition(),
                terms.primaryContact(),
                terms.managementFeePercent(),
                terms.note(),
                period.revision());
    }
}
