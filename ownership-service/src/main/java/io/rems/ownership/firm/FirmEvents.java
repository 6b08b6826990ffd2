package io.rems.ownership.firm;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.work.PausedFirms;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Keeps what this service needs to know of firms. */
@Configuration(proxyBeanMethods = false)
class FirmEvents {

    /** What this service uses of {@code FirmCreated} and {@code FirmChanged}. */
    record FirmDescribed(ZoneId timeZone) {}

    /** What it uses of {@code FirmSuspended}, {@code FirmReactivated} and {@code FirmClosed}. */
    record FirmTold(String status) {}

    private final R2dbcFirmTimeZones timeZones;
    private final PausedFirms pausedFirms;

    FirmEvents(R2dbcFirmTimeZones timeZones, PausedFirms pausedFirms) {
        this.timeZones = timeZones;
        this.pausedFirms = pausedFirms;
    }

    @Bean
    EventSubscription firms() {
        return EventSubscription.named("firms")
                .from("firm")
                .on("rems.firm.FirmCreated.v1", FirmDescribed.class, this::keep)
                .on("rems.firm.FirmChanged.v1", FirmDescribed.class, this::keep);
    }

    /** A subscription of its own, so that a service that ran before it listened hears of all of them. */
    @Bean
    EventSubscription pause() {
        return EventSubscription.named("pause")
                .from("firm")
                .on("rems.firm.FirmSuspended.v1", FirmTold.class, this::tell)
                .on("rems.firm.FirmReactivated.v1", FirmTold.class, this::tell)
                .on("rems.firm.FirmClosed.v1", FirmTold.class, this::tell);
    }

    private Mono<Void> tell(ReceivedEvent event, FirmTold firm) {
        return pausedFirms.tell(!firm.status().equals("ACTIVE"), event.aggregateVersion());
    }

    private Mono<Void> keep(ReceivedEvent event, FirmDescribed firm) {
        return timeZones.keep(firm.timeZone(), event.aggregateVersion());
    }
}
