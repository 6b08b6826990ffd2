package io.rems.approval.ownership.messaging;

import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.OwnershipPeriod;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we use of {@code OwnershipChanged}: the whole table of a property. */
record OwnershipChanged(UUID propertyId, List<Period> periods) {

    record Period(
            UUID periodId,
            UUID ownerId,
            String share,
            LocalDate from,
            @Nullable LocalDate to,
            boolean primaryContact) {

        OwnershipPeriod toDomain() {
            return new OwnershipPeriod(periodId, new OwnerId(ownerId), Share.parse(share), from, to, primaryContact);
        }
    }

    List<OwnershipPeriod> toDomain() {
        return periods.stream().map(Period::toDomain).toList();
    }
}
