package io.rems.approval.delegation;

import io.rems.approval.businesstime.FirmCalendar;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What an owner holds from today on, where the firm is. */
@Service
class FindHorizon {

    private final FirmCalendar calendar;
    private final Holdings holdings;

    FindHorizon(FirmCalendar calendar, Holdings holdings) {
        this.calendar = calendar;
        this.holdings = holdings;
    }

    Mono<Horizon> of(OwnerId owner) {
        return calendar.today()
                .flatMap(today -> holdings.of(owner, today.date()).map(held -> horizon(today, held)));
    }

    /** Nobody changes what he holds until the end of the transaction. */
    Mono<Horizon> hold(OwnerId owner) {
        return calendar.today()
                .flatMap(today -> holdings.hold(owner, today.date()).map(held -> horizon(today, held)));
    }

    private static Horizon horizon(FirmCalendar.Today today, Map<PropertyId, Optional<LocalDate>> held) {
        return new Horizon(today.date(), today.zone(), held);
    }
}
