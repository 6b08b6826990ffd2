package io.rems.ownership.property;

import static io.rems.ownership.property.PropertyRefusal.UNIT_ACTIVE;
import static io.rems.ownership.property.PropertyRefusal.UNIT_ARCHIVED;
import static io.rems.ownership.property.UnitStatus.ACTIVE;
import static io.rems.ownership.property.UnitStatus.ARCHIVED;

import io.rems.ownership.property.PropertyInUse.Holds;
import io.rems.platform.Refusal;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The changes of units, each with its event in the same transaction; those of archived properties stay as they are. */
@Component
class KeepUnits {

    private final Transactions transactions;
    private final Properties properties;
    private final R2dbcUnits units;
    private final R2dbcHolds holds;
    private final Outbox outbox;

    KeepUnits(Transactions transactions, Properties properties, R2dbcUnits units, R2dbcHolds holds, Outbox outbox) {
        this.transactions = transactions;
        this.properties = properties;
        this.units = units;
        this.holds = holds;
        this.outbox = outbox;
    }

    Mono<Versioned<Unit>> register(Unit unit) {
        return transactions.inFirm(properties
                .open(unit.propertyId())
                .then(units.add(unit))
                .then(announce(UnitEvents.registered(unit)))
                .thenReturn(new Versioned<>(unit, 1)));
    }

    Mono<Versioned<Unit>> change(UUID id, UnitRequest request, long expected) {
        return transactions.inFirm(in(ACTIVE, id, UNIT_ARCHIVED)
                .filter(unit -> unit.version() == expected)
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .map(unit -> unit.with(request.change(unit.value())).saved())
                .flatMap(unit -> written(unit, UnitEvents.changed(unit))));
    }

    Mono<Versioned<Unit>> archive(UUID id, String reason) {
        return transactions.inFirm(in(ACTIVE, id, UNIT_ARCHIVED)
                .delayUntil(_ -> unheld(id))
                .map(unit -> unit.with(unit.value().having(ARCHIVED)).saved())
                .flatMap(unit -> written(unit, UnitEvents.statusChanged(unit, reason))));
    }

    Mono<Versioned<Unit>> restore(UUID id, @Nullable String reason) {
        return transactions.inFirm(in(ARCHIVED, id, UNIT_ACTIVE)
                .map(unit -> unit.with(unit.value().having(ACTIVE)).saved())
                .flatMap(unit -> written(unit, UnitEvents.statusChanged(unit, reason))));
    }

    private Mono<Versioned<Unit>> in(UnitStatus status, UUID id, Refusal otherwise) {
        return units.locked(id)
                .delayUntil(unit -> properties.open(unit.value().propertyId()))
                .filter(unit -> unit.value().status() == status)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(otherwise)));
    }

    private Mono<Holds> unheld(UUID id) {
        return holds.ofUnit(id)
                .flatMap(found -> found.nothing()
                        ? Mono.just(found)
                        : Mono.error(() -> new RequestRefused(PropertyInUse.unit(found))));
    }

    private Mono<Versioned<Unit>> written(Versioned<Unit> unit, Message message) {
        return units.change(unit.value()).then(announce(message)).thenReturn(unit);
    }

    private Mono<Void> announce(Message message) {
        return outbox.append(List.of(message));
    }
}
