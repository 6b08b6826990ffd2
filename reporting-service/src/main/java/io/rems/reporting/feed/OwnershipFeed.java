package io.rems.reporting.feed;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.directory.Directory;
import io.rems.reporting.directory.OwnerRegistered;
import io.rems.reporting.directory.PropertyDescribed;
import io.rems.reporting.portfolio.Holdings;
import io.rems.reporting.portfolio.OwnershipChanged;
import io.rems.reporting.progress.Freshness;
import io.rems.reporting.statistics.Tallies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What ownership-service's events do to the read models. */
@Configuration(proxyBeanMethods = false)
class OwnershipFeed {
    private final Freshness freshness;
    private final Directory directory;
    private final Tallies tallies;

    OwnershipFeed(Freshness freshness, Directory directory, Tallies tallies) {
        this.freshness = freshness;
        this.directory = directory;
        this.tallies = tallies;
    }

    @Bean
    EventSubscription ownershipReadModels(Holdings holdings) {
        return EventSubscription.named("read-models-ownership")
                .from("ownership")
                .first(freshness::advance)
                .on("rems.ownership.OwnerRegistered.v1", OwnerRegistered.class, this::owner)
                .on("rems.ownership.PropertyRegistered.v1", PropertyDescribed.class, this::property)
                .on("rems.ownership.PropertyChanged.v1", PropertyDescribed.class, this::property)
                .on("rems.ownership.OwnershipChanged.v1", OwnershipChanged.class, holdings::changed)
                .onAny((_, _) -> Mono.empty());
    }

    private Mono<Void> owner(ReceivedEvent event, OwnerRegistered owner) {
        return directory.owner(event, owner).then(tallies.count(event, 1, "owner"));
    }

    private Mono<Void> property(ReceivedEvent event, PropertyDescribed property) {
        return directory.property(event, property).then(tallies.count(event, 1, "property"));
    }
}
