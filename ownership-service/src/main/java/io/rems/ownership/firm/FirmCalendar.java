package io.rems.ownership.firm;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A firm's day begins in its own time zone, which firm-service tells. */
@Component
public class FirmCalendar {

    private static final ZoneId UNTIL_TOLD = ZoneId.of("Asia/Kuwait");

    private final R2dbcFirmTimeZones timeZones;
    private final Clock clock;

    FirmCalendar(R2dbcFirmTimeZones timeZones, Clock clock) {
        this.timeZones = timeZones;
        this.clock = clock;
    }

    /** Today in the caller's firm. */
    public Mono<LocalDate> today() {
        return timeZones.current().defaultIfEmpty(UNTIL_TOLD).map(zone -> LocalDate.ofInstant(clock.instant(), zone));
    }
}
