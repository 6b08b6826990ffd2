package io.rems.tenant.firm;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says which day it is for the firm of the caller. */
@Component
public class FirmCalendar {

    /** What firms have unless they choose; also until the choice of a new firm is known here. */
    private static final ZoneId KUWAIT = ZoneId.of("Asia/Kuwait");

    private final R2dbcTimeZones zones;
    private final Clock clock;

    FirmCalendar(R2dbcTimeZones zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    public Mono<LocalDate> today() {
        return zones.ofFirm().defaultIfEmpty(KUWAIT).map(zone -> LocalDate.ofInstant(clock.instant(), zone));
    }
}
