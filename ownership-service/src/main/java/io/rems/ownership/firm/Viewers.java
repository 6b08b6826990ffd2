package io.rems.ownership.firm;

import io.rems.platform.access.CurrentCaller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out as whom the caller looks. */
@Component
public class Viewers {

    private final FirmCalendar calendar;

    Viewers(FirmCalendar calendar) {
        this.calendar = calendar;
    }

    public Mono<Viewer> current() {
        return CurrentCaller.get().flatMap(caller -> calendar.today().map(today -> Viewer.of(caller, today)));
    }
}
