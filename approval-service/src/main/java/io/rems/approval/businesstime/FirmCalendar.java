package io.rems.approval.businesstime;

import io.rems.approval.businesstime.domain.BusinessTime;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What day it is where the firm is, and what time counts there. */
@Component
public class FirmCalendar {

    private static final BusinessTime ALWAYS = new BusinessTime.Always();

    private final R2dbcFirmCalendars calendars;
    private final Transactions transactions;
    private final Clock clock;

    FirmCalendar(R2dbcFirmCalendars calendars, Transactions transactions, Clock clock) {
        this.calendars = calendars;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A zone and the day that it is there. */
    public record Today(ZoneId zone, LocalDate date) {}

    public Mono<Today> today() {
        return calendars.zone().map(zone -> new Today(zone, LocalDate.ofInstant(clock.instant(), zone)));
    }

    /**
     * The time that counts from then on, as weekend and holidays are known now.
     *
     * @param workingDaysOnly whether the firm wants it so; all time needs no look into the database
     */
    public Mono<BusinessTime> time(boolean workingDaysOnly, Instant from) {
        return workingDaysOnly ? transactions.inFirm(calendars.workingDays(from)) : Mono.just(ALWAYS);
    }
}
