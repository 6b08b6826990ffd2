package io.rems.approval.ownership;

import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.OwnershipPeriod;
import io.rems.approval.ownership.domain.PropertyId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The firm's properties and their holders as far as ownership-service has told, so that routing needs no call. */
public interface Ownerships {

    /** Empty where the holders have not been told of: whoever knows only the name must not take it for the firm's. */
    Mono<Ownership> of(PropertyId property, LocalDate day);

    /** Whether the firm's property has been heard of at all. */
    Mono<Boolean> knows(PropertyId property);

    /** Whether the owner holds, held or will hold a part of a property of the firm. */
    Mono<Boolean> knows(OwnerId owner);

    /** Takes the name of a property, unless a later version is known. */
    Mono<Void> describe(PropertyId property, String code, String name, long version);

    /**
     * Takes a property's whole table of periods, and gives the owners of these and of those that were known before; empty
     * where a later version is known.
     */
    Mono<Set<OwnerId>> replace(PropertyId property, List<OwnershipPeriod> periods, long version);
}
