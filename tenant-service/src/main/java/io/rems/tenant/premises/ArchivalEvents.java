package io.rems.tenant.premises;

import io.rems.platform.events.EventSubscription;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A subscription of its own, so that a service that ran before hears of all that was put away by then. */
@Configuration(proxyBeanMethods = false)
class ArchivalEvents {

    record PropertyStatus(UUID propertyId, String code) {}

    record UnitStatus(UUID unitId, UUID propertyId, String number) {}

    @Bean
    EventSubscription archivedPremises(R2dbcArchivals archivals) {
        return EventSubscription.named("archivals")
                .from("ownership")
                .on(
                        "rems.ownership.PropertyArchived.v1",
                        PropertyStatus.class,
                        (event, property) -> archivals.learn(property, true, event.aggregateVersion()))
                .on(
                        "rems.ownership.PropertyRestored.v1",
                        PropertyStatus.class,
                        (event, property) -> archivals.learn(property, false, event.aggregateVersion()))
                .on(
                        "rems.ownership.UnitArchived.v1",
                        UnitStatus.class,
                        (event, unit) -> archivals.learn(unit, true, event.aggregateVersion()))
                .on(
                        "rems.ownership.UnitRestored.v1",
                        UnitStatus.class,
                        (event, unit) -> archivals.learn(unit, false, event.aggregateVersion()));
    }
}
