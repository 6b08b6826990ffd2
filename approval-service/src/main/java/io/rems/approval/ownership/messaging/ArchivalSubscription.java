package io.rems.approval.ownership.messaging;

import io.rems.approval.ownership.Archivals;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** A subscription of its own, so that a service that ran before hears of all that was put away by then. */
@Configuration(proxyBeanMethods = false)
class ArchivalSubscription {

    record PropertyStatus(UUID propertyId) {}

    record UnitStatus(UUID unitId, UUID propertyId) {}

    private final Archivals archivals;

    ArchivalSubscription(Archivals archivals) {
        this.archivals = archivals;
    }

    @Bean
    EventSubscription archivedPremises() {
        return EventSubscription.named("archivals")
                .from("ownership")
                .on(
                        "rems.ownership.PropertyArchived.v1",
                        PropertyStatus.class,
                        (event, data) -> property(event, data, true))
                .on(
                        "rems.ownership.PropertyRestored.v1",
                        PropertyStatus.class,
                        (event, data) -> property(event, data, false))
                .on("rems.ownership.UnitArchived.v1", UnitStatus.class, (event, data) -> unit(event, data, true))
                .on("rems.ownership.UnitRestored.v1", UnitStatus.class, (event, data) -> unit(event, data, false));
    }

    private Mono<Void> property(ReceivedEvent event, PropertyStatus data, boolean archived) {
        return archivals.ofProperty(new PropertyId(data.propertyId()), archived, event.aggregateVersion());
    }

    private Mono<Void> unit(ReceivedEvent event, UnitStatus data, boolean archived) {
        return archivals.ofUnit(data.unitId(), new PropertyId(data.propertyId()), archived, event.aggregateVersion());
    }
}
