package io.rems.tenant.firm;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What this service listens to in order to know the firms' time zones. */
@Configuration(proxyBeanMethods = false)
class FirmEvents {

    private final R2dbcTimeZones zones;

    FirmEvents(R2dbcTimeZones zones) {
        this.zones = zones;
    }

    @Bean
    EventSubscription calendar() {
        return EventSubscription.named("calendar")
                .from("firm")
                .on("rems.firm.FirmCreated.v1", FirmDescribed.class, this::remember)
                .on("rems.firm.FirmChanged.v1", FirmDescribed.class, this::remember);
    }

    private Mono<Void> remember(ReceivedEvent event, FirmDescribed firm) {
        return zones.remember(firm.timeZone(), event.aggregateVersion());
    }
}
