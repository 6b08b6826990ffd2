package io.rems.ownership.firm;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Keeps what this service needs to know of firms. */
@Configuration(proxyBeanMethods = false)
class FirmEvents {

    /** What this service uses of {@code FirmCreated} and {@code FirmChanged}. */
    record FirmDescribed(ZoneId timeZone) {}

    private final R2dbcFirmTimeZones timeZones;

    FirmEvents(R2dbcFirmTimeZones timeZones) {
        this.timeZones = timeZones;
    }

    @Bean
    EventSubscription firms() {
        return EventSubscription.named("firms")
                .from("firm")
                .on("rems.firm.FirmCreated.v1", FirmDescribed.class, this::keep)
                .on("rems.firm.FirmChanged.v1", FirmDescribed.class, this::keep);
    }

    private Mono<Void> keep(ReceivedEvent event, FirmDescribed firm) {
        return timeZones.keep(firm.timeZone(), event.aggregateVersion());
    }
}
