package io.rems.tenant.lease;

import io.rems.platform.Versioned;
import io.rems.tenant.lease.domain.Lease;
import io.rems.tenant.lease.domain.LeaseId;
import reactor.core.publisher.Mono;

/** The firm's leases, as commands need them. */
public interface Leases {

    /** Refused if the id or the number is in use. */
    Mono<Void> add(Versioned<Lease> lease);

    /** The lease as it is, and nobody else's to change until the transaction ends; empty if there is none. */
    Mono<Versioned<Lease>> hold(LeaseId id);

    /** Stores the state of a lease that is held. */
    Mono<Void> save(Versioned<Lease> lease);
}
