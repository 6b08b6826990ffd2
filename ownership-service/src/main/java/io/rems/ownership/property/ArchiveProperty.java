package io.rems.ownership.property;

import static io.rems.ownership.property.PropertyRefusal.PROPERTY_ACTIVE;
import static io.rems.ownership.property.PropertyRefusal.PROPERTY_ARCHIVED;
import static io.rems.ownership.property.PropertyStatus.ACTIVE;
import static io.rems.ownership.property.PropertyStatus.ARCHIVED;

import io.rems.ownership.firm.FirmCalendar;
import io.rems.ownership.property.PropertyInUse.Holds;
import io.rems.platform.Refusal;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.RequestRefused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts a property out of use, and back: only one that nothing holds, so that no lease or share hangs in the air. */
@Component
class ArchiveProperty {

    private final Transactions transactions;
    private final R2dbcProperties properties;
    private final R2dbcHolds holds;
    private final FirmCalendar calendar;
    private final Outbox outbox;

    ArchiveProperty(
            Transactions transactions,
            R2dbcProperties properties,
            R2dbcHolds holds,
            FirmCalendar calendar,
            Outbox outbox) {
        this.transactions = transactions;
        this.properties = properties;
        this.holds = holds;
        this.calendar = calendar;
        this.outbox = outbox;
    }

    Mono<Versioned<Property>> archive(UUID id, String reason) {
        return transactions.inFirm(in(ACTIVE, id, PROPERTY_ARCHIVED)
                .delayUntil(_ -> unheld(id))
                .flatMap(property -> changed(property, ARCHIVED, reason)));
    }

    Mono<Versioned<Property>> restore(UUID id, @Nullable String reason) {
        return transactions.inFirm(
                in(ARCHIVED, id, PROPERTY_ACTIVE).flatMap(property -> changed(property, ACTIVE, reason)));
    }

    private Mono<Versioned<Property>> in(PropertyStatus status, UUID id, Refusal otherwise) {
        return properties
                .locked(id)
                .filter(property -> property.value().status() == status)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(otherwise)));
    }

    private Mono<Holds> unheld(UUID id) {
        return calendar.today()
                .flatMap(today -> holds.ofProperty(id, today))
                .flatMap(found -> found.nothing()
                        ? Mono.just(found)
                        : Mono.error(() -> new RequestRefused(PropertyInUse.property(found))));
    }

    private Mono<Versioned<Property>> changed(
            Versioned<Property> property, PropertyStatus status, @Nullable String reason) {
        var changed = property.with(property.value().having(status)).saved();
        return properties
                .setStatus(changed.value().id(), status)
                .then(outbox.append(List.of(PropertyEvents.statusChanged(changed, reason))))
                .thenReturn(changed);
    }
}
