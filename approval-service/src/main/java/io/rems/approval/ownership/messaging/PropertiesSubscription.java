package io.rems.approval.ownership.messaging;

import io.rems.approval.ownership.HoldersAwaited;
import io.rems.approval.ownership.HoldersWatched;
import io.rems.approval.ownership.Ownerships;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class PropertiesSubscription {

    private final Ownerships ownerships;
    private final HoldersAwaited awaited;
    private final HoldersWatched watched;

    PropertiesSubscription(Ownerships ownerships, HoldersAwaited awaited, HoldersWatched watched) {
        this.ownerships = ownerships;
        this.awaited = awaited;
        this.watched = watched;
    }

    @Bean
    EventSubscription properties() {
        return EventSubscription.named("properties")
                .from("ownership")
                .on("rems.ownership.PropertyRegistered.v1", PropertyDescribed.class, this::describe)
                .on("rems.ownership.PropertyChanged.v1", PropertyDescribed.class, this::describe)
                .on("rems.ownership.OwnershipChanged.v1", OwnershipChanged.class, this::replace);
    }

    private Mono<Void> describe(ReceivedEvent event, PropertyDescribed data) {
        return ownerships.describe(
                new PropertyId(data.propertyId()), data.code(), data.name(), event.aggregateVersion());
    }

    private Mono<Void> replace(ReceivedEvent event, OwnershipChanged data) {
        var property = new PropertyId(data.propertyId());
        return ownerships
                .replace(property, data.toDomain(), event.aggregateVersion())
                .flatMap(owners -> watched.changed(property, owners))
                .then(awaited.told(property));
    }
}
