package io.rems.ownership.firm;

import io.rems.platform.events.EventSubscription;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what this service needs to know of firms. */
@Configuration(proxyBeanMethods = false)
class FirmEvents {

    /** The fields that this service uses. */
    record FirmCreated(ZoneId timeZone) {}

    @Bean
    EventSubscription firms(R2dbcFirmTimeZones timeZones) {
        return EventSubscription.named("firms")
                .from("firm")
                .on("rems.firm.FirmCreated.v1", FirmCreated.class, (_, firm) -> timeZones.keep(firm.timeZone()));
    }
}
