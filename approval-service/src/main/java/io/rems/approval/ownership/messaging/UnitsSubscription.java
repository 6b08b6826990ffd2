package io.rems.approval.ownership.messaging;

import io.rems.approval.ownership.Units;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.events.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A subscription of its own, so that a service that ran before there were units here hears of all of them. */
@Configuration(proxyBeanMethods = false)
class UnitsSubscription {

    @Bean
    EventSubscription unitsOfProperties(Units units) {
        return EventSubscription.named("units")
                .from("ownership")
                .on(
                        "rems.ownership.UnitRegistered.v1",
                        UnitRegistered.class,
                        (_, data) -> units.add(data.unitId(), new PropertyId(data.propertyId())));
    }
}
