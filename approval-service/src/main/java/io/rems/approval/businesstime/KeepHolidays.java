package io.rems.approval.businesstime;

import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.StaleVersion;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The firm's own calendar, each change with its event in the same transaction. Deadlines that run already stay as they
 * were told: whoever was promised time keeps it, and an administrator can extend it.
 */
@Service
class KeepHolidays {

    private final R2dbcHolidays holidays;
    private final Outbox outbox;
    private final Transactions transactions;

    KeepHolidays(R2dbcHolidays holidays, Outbox outbox, Transactions transactions) {
        this.holidays = holidays;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    Mono<Versioned<Holiday>> add(Holiday holiday) {
        return transactions.inFirm(holidays.add(holiday).then(told(HolidayEvents.ADDED, new Versioned<>(holiday, 1))));
    }

    Mono<Versioned<Holiday>> change(Holiday holiday, long expected) {
        return transactions.inFirm(found(holiday.id(), expected).flatMap(found -> {
            var changed = found.with(holiday);
            return holidays.save(changed).then(told(HolidayEvents.CHANGED, changed.saved()));
        }));
    }

    Mono<Void> remove(UUID id, long expected) {
        return transactions.inFirm(found(id, expected)
                .flatMap(found -> holidays.remove(found).then(told(HolidayEvents.REMOVED, found.saved())))
                .then());
    }

    private Mono<Versioned<Holiday>> found(UUID id, long expected) {
        return holidays.get(id)
                .flatMap(found -> found.version() == expected ? Mono.just(found) : Mono.error(new StaleVersion()));
    }

    private Mono<Versioned<Holiday>> told(String event, Versioned<Holiday> kept) {
        return outbox.append(List.of(HolidayEvents.of(event, kept))).thenReturn(kept);
    }
}
