package io.rems.tenant.lease.messaging;

import io.rems.platform.events.PublishedEvent;
import io.rems.tenant.lease.domain.LeaseTerms;
import java.time.LocalDate;
import java.util.UUID;

/** A lease that is over after the day {@code on}, as {@code LeaseEnded.v1} and {@code LeaseTerminated.v1} carry it. */
@PublishedEvent(type = "rems.tenant.LeaseEnded.v1", subject = "lease", description = "A lease has run to its last day.")
@PublishedEvent(
        type = "rems.tenant.LeaseTerminated.v1",
        subject = "lease",
        description = "A lease ends before its last day.")
record LeaseOverV1(UUID leaseId, UUID unitId, UUID propertyId, LocalDate on, String reason) {

    static LeaseOverV1 of(LeaseTerms terms, LocalDate on, String reason) {
        return new LeaseOverV1(
                terms.id().value(), terms.premises().unit(), terms.premises().property(), on, reason);
    }
}
