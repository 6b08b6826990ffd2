package io.rems.tenant.lease.messaging;

import io.rems.platform.Money;
import io.rems.platform.events.PublishedEvent;
import io.rems.tenant.lease.domain.LeaseTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lease with its terms, as {@code LeaseDrafted.v1} and {@code LeaseActivated.v1} carry it. */
@PublishedEvent(
        type = "rems.tenant.LeaseDrafted.v1",
        subject = "lease",
        description = "A lease was drafted; it does not bind yet.")
@PublishedEvent(
        type = "rems.tenant.LeaseActivated.v1",
        subject = "lease",
        description = "A lease binds; the unit is let.")
record LeaseSignedV1(
        UUID leaseId,
        String number,
        UUID unitId,
        UUID propertyId,
        UUID tenantId,
        List<UUID> coTenantIds,
        LocalDate from,
        LocalDate to,
        Money rent,
        @Nullable Money deposit) {

    static LeaseSignedV1 of(LeaseTerms terms) {
        return new LeaseSignedV1(
                terms.id().value(),
                terms.number(),
                terms.premises().unit(),
                terms.premises().property(),
                terms.parties().tenant(),
                terms.parties().coTenants(),
                terms.period().from(),
                terms.period().to(),
                terms.rent(),
                terms.deposit());
    }
}
