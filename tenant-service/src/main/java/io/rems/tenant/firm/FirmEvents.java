package io.rems.tenant.firm;

import io.rems.platform.events.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to in order to know the firms' time zones. */
@Configuration(proxyBeanMethods = false)
class FirmEvents {

    @Bean
    EventSubscription calendar(R2dbcTimeZones zones) {
        return EventSubscription.named("calendar")
                .from("firm")
                .on("rems.firm.FirmCreated.v1", FirmCreated.class, (_, firm) -> zones.remember(firm.timeZone()));
    }
}
