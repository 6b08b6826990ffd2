package io.rems.approval.recurrence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What day it is where the firm is. */
@Component
class FirmCalendar {

    private final R2dbcFirmZones zones;
    private final Clock clock;

    FirmCalendar(R2dbcFirmZones zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    /** A zone and the day that it is there. */
    record Today(ZoneId zone, LocalDate date) {}

    Mono<Today> today() {
        return zones.current().map(zone -> new Today(zone, LocalDate.ofInstant(clock.instant(), zone)));
    }
}
