package io.rems.approval.recurrence;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Hears where firms are; days begin there from then on. */
@Configuration(proxyBeanMethods = false)
class ZoneSubscription {

    private final R2dbcFirmZones zones;
    private final R2dbcRecurringExpenses recurring;

    ZoneSubscription(R2dbcFirmZones zones, R2dbcRecurringExpenses recurring) {
        this.zones = zones;
        this.recurring = recurring;
    }

    /** Of {@code rems.firm.FirmCreated.v1} and {@code FirmChanged.v1}. */
    record Located(@Nullable String timeZone) {}

    @Bean
    EventSubscription firmZones() {
        return EventSubscription.named("firm-zones")
                .from("firm")
                .on("rems.firm.FirmCreated.v1", Located.class, this::take)
                .on("rems.firm.FirmChanged.v1", Located.class, this::take);
    }

    private Mono<Void> take(ReceivedEvent event, Located firm) {
        return firm.timeZone() == null
                ? Mono.empty()
                : zones.set(ZoneId.of(firm.timeZone()), event.aggregateVersion())
                        .then(zones.current())
                        .flatMap(recurring::moveTo);
    }
}
