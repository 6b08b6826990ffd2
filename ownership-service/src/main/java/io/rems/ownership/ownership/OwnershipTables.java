package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Versioned;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who holds the properties of a firm, many at a time. */
public interface OwnershipTables {

    record OwnershipTable(PropertyId property, Versioned<OwnershipTimeline> timeline) {}

    /** How many properties there are. */
    Mono<Long> count();

    /** The next of them in order of id, each with its version: 0 where its ownership was never changed, and all is the firm's. */
    Mono<List<OwnershipTable>> after(UUID property, int most);
}
