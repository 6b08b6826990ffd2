package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The ownership of properties, as it is known now; what was known before stays in the database. */
public interface Ownerships {

    /** Fails with {@code NotFound} where the firm has no such property. */
    Mono<OwnershipTimeline> of(PropertyId property);

    /** The same; until the transaction ends, other changes of the property's ownership wait. */
    Mono<OwnershipTimeline> toChange(PropertyId property);

    /** Writes what happened. @return the version of the property's ownership from then on */
    Mono<Long> record(PropertyId property, OwnershipEvent event, Instant at);

    /** An owner of the firm by his id; fails with {@code InvalidRequest} where there is none. */
    Mono<KnownOwner> owner(UUID ownerId);
}
