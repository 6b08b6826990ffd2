package io.rems.approval.businesstime;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears where firms are and when they rest; days begin there from then on. */
@Configuration(proxyBeanMethods = false)
class CalendarSubscription {

    private final R2dbcFirmCalendars calendars;
    private final List<ZoneFollower> followers;

    CalendarSubscription(R2dbcFirmCalendars calendars, List<ZoneFollower> followers) {
        this.calendars = calendars;
        this.followers = followers;
    }

    /** Of {@code rems.firm.FirmCreated.v1} and {@code FirmChanged.v1}. */
    record Located(@Nullable String timeZone, @Nullable List<DayOfWeek> weekendDays) {}

    /** Under a name of its own since it hears of weekends too: so it begins with what was told before. */
    @Bean
    EventSubscription firmCalendars() {
        return EventSubscription.named("firm-calendars")
                .from("firm")
                .on("rems.firm.FirmCreated.v1", Located.class, this::take)
                .on("rems.firm.FirmChanged.v1", Located.class, this::take);
    }

    private Mono<Void> take(ReceivedEvent event, Located firm) {
        return firm.timeZone() == null
                ? Mono.empty()
                : calendars
                        .set(ZoneId.of(firm.timeZone()), firm.weekendDays(), event.aggregateVersion())
                        .then(calendars.zone())
                        .flatMapMany(
                                zone -> Flux.fromIterable(followers).concatMap(follower -> follower.firmIsIn(zone)))
                        .then();
    }
}
