package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Outcome;
import io.rems.platform.Versioned;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.StaleVersion;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says at once who holds a property from a day on: the usual way of the portals. */
@Component
public class AssignTable {

    private final ChangeOwnership changeOwnership;
    private final Ownerships ownerships;

    AssignTable(ChangeOwnership changeOwnership, Ownerships ownerships) {
        this.changeOwnership = changeOwnership;
        this.ownerships = ownerships;
    }

    /** @return who holds it on the table's first day */
    public Mono<HeldOn> assign(PropertyId property, long expectedVersion, NewTable table) {
        return changeOwnership
                .decided(property, timeline -> decide(timeline, expectedVersion, table))
                .map(changed -> HeldOn.of(changed, table.days().from()));
    }

    private Mono<Outcome<OwnershipTimeline, OwnershipEvent>> decide(
            Versioned<OwnershipTimeline> timeline, long expectedVersion, NewTable table) {
        if (timeline.version() != expectedVersion) {
            return Mono.error(StaleVersion::new);
        }
        return ownerships.owners(table.owners()).map(owners -> {
            var unknown = table.missing(owners);
            if (!unknown.isEmpty()) {
                throw new InvalidRequest(unknown);
            }
            return timeline.value().assign(table.heldBy(owners));
        });
    }
}
