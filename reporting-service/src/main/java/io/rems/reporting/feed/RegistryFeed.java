package io.rems.reporting.feed;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.approvals.MergedOwners;
import io.rems.reporting.approvals.OwnerMerged;
import io.rems.reporting.directory.Directory;
import io.rems.reporting.directory.OwnerRegistered;
import io.rems.reporting.progress.Freshness;
import io.rems.reporting.statistics.OpenUnits;
import io.rems.reporting.statistics.Tallies;
import io.rems.reporting.statistics.UnitTold;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What becomes of the register's entries. A subscription of its own, which heard of all units and archivals from the first on. */
@Configuration(proxyBeanMethods = false)
class RegistryFeed {

    private static final String OWNERSHIP = "rems.ownership.";

    private final Freshness freshness;
    private final Directory directory;
    private final Tallies tallies;
    private final OpenUnits openUnits;

    RegistryFeed(Freshness freshness, Directory directory, Tallies tallies, OpenUnits openUnits) {
        this.freshness = freshness;
        this.directory = directory;
        this.tallies = tallies;
        this.openUnits = openUnits;
    }

    @Bean
    EventSubscription registryReadModels(MergedOwners mergedOwners) {
        return EventSubscription.named("read-models-registry")
                .from("ownership")
                .first(freshness::advance)
                .on(OWNERSHIP + "UnitRegistered.v1", UnitTold.class, (event, unit) -> unit(event, unit, false))
                .on(OWNERSHIP + "UnitArchived.v1", UnitTold.class, (event, unit) -> unit(event, unit, true))
                .on(OWNERSHIP + "UnitRestored.v1", UnitTold.class, (event, unit) -> unit(event, unit, false))
                .on(OWNERSHIP + "PropertyArchived.v1", JsonNode.class, (event, _) -> property(event, true))
                .on(OWNERSHIP + "PropertyRestored.v1", JsonNode.class, (event, _) -> property(event, false))
                .on(OWNERSHIP + "OwnerChanged.v1", OwnerRegistered.class, (event, owner) -> owner(event, owner, false))
                .on(OWNERSHIP + "OwnerArchived.v1", OwnerRegistered.class, (event, owner) -> owner(event, owner, true))
                .on(OWNERSHIP + "OwnerRestored.v1", OwnerRegistered.class, (event, owner) -> owner(event, owner, false))
                .on(
                        OWNERSHIP + "OwnerMerged.v1",
                        OwnerMerged.class,
                        (event, owner) -> counted(event, "owner", true).then(mergedOwners.merged(event, owner)));
    }

    private Mono<Void> unit(ReceivedEvent event, UnitTold unit, boolean archived) {
        return openUnits.unit(event, unit, archived);
    }

    private Mono<Void> property(ReceivedEvent event, boolean archived) {
        return counted(event, "property", archived).then(openUnits.property(event, archived));
    }

    private Mono<Void> owner(ReceivedEvent event, OwnerRegistered owner, boolean archived) {
        return counted(event, "owner", archived).then(directory.owner(event, owner));
    }

    /** What is put away counts as nothing: a later step, for a snapshot tells of it with the version of its names. */
    private Mono<Void> counted(ReceivedEvent event, String measure, boolean archived) {
        return archived ? tallies.discount(event, 2) : tallies.count(event, 1, measure);
    }
}
