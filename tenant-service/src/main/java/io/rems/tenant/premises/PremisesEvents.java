package io.rems.tenant.premises;

import io.rems.platform.events.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to in order to know which units there are. */
@Configuration(proxyBeanMethods = false)
class PremisesEvents {

    @Bean
    EventSubscription premises(R2dbcUnits units) {
        return EventSubscription.named("premises")
                .from("ownership")
                .on(
                        "rems.ownership.UnitRegistered.v1",
                        UnitRegistered.class,
                        (event, unit) -> units.learn(unit, event.aggregateVersion()))
                .on(
                        "rems.ownership.UnitChanged.v1",
                        UnitRegistered.class,
                        (event, unit) -> units.learn(unit, event.aggregateVersion()))
                .on(
                        "rems.ownership.PropertyRegistered.v1",
                        PropertyNamed.class,
                        (event, property) -> units.learn(property, event.aggregateVersion()))
                .on(
                        "rems.ownership.PropertyChanged.v1",
                        PropertyNamed.class,
                        (event, property) -> units.learn(property, event.aggregateVersion()));
    }
}
