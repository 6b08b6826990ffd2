package io.rems.tenant.lease;

import io.rems.tenant.lease.domain.Lease;
import reactor.core.publisher.Mono;

/**
 * Keeps the promise that no unit is let twice on one day, whoever activates leases at the same instant. The only place
 * that knows how the database keeps it.
 */
public interface Occupancy {

    /** Takes the unit for the days of the lease; refused with {@link LeaseOverlap} if any of them is taken. */
    Mono<Void> take(Lease.Active lease);

    /** Gives back the days after the one on which the tenant leaves. */
    Mono<Void> release(Lease.Terminated lease);
}
