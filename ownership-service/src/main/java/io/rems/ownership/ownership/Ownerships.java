package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The ownership of properties, as it is known now; what was known before stays in the database. */
public interface Ownerships {

    /** Fails with {@code NotFound} where the firm has no such property. */
    Mono<Versioned<OwnershipTimeline>> of(PropertyId property);

    /**
     * As it was known at an instant. Waits for whoever is just changing it, so that the answer is the same ever after;
     * fails with {@code InvalidRequest} for an instant that has not come.
     */
    Mono<OwnershipTimeline> known(PropertyId property, Instant at);

    /** Everything that was recorded, as far as it was by then, in that order. */
    Mono<List<Revision>> history(PropertyId property, @Nullable Instant until);

    /** The same as {@link #of}; until the transaction ends, other changes of the property's ownership wait. */
    Mono<Versioned<OwnershipTimeline>> toChange(PropertyId property);

    /**
     * Writes what happened, for a property that was read {@link #toChange}; its time is the database's, later than that
     * of every earlier change of the property.
     *
     * @return the version of the property's ownership from then on
     */
    Mono<Long> record(PropertyId property, OwnershipEvent event);

    /** An owner of the firm by his id; fails with {@code InvalidRequest} where there is none. */
    Mono<KnownOwner> owner(UUID ownerId);

    /** Those of the owners whom the firm has. */
    Mono<Map<UUID, KnownOwner>> owners(Collection<UUID> ownerIds);
}
