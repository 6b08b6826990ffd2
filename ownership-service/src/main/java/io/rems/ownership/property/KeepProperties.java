package io.rems.ownership.property;

import io.rems.ownership.firm.Viewers;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The changes of properties and units, each with its event in the same transaction. */
@Component
class KeepProperties {

    private final Transactions transactions;
    private final R2dbcProperties properties;
    private final R2dbcUnits units;
    private final Viewers viewers;
    private final Outbox outbox;

    KeepProperties(
            Transactions transactions, R2dbcProperties properties, R2dbcUnits units, Viewers viewers, Outbox outbox) {
        this.transactions = transactions;
        this.properties = properties;
        this.units = units;
        this.viewers = viewers;
        this.outbox = outbox;
    }

    Mono<Versioned<Property>> add(Property property) {
        return transactions.inFirm(properties
                .add(property)
                .then(outbox.append(List.of(PropertyEvents.added(property))))
                .thenReturn(new Versioned<>(property, 1)));
    }

    Mono<Versioned<Property>> change(Property property, long expected) {
        var changed = new Versioned<>(property, expected).saved();
        return transactions.inFirm(properties
                .change(property, expected)
                .then(outbox.append(List.of(PropertyEvents.changed(property, changed.version()))))
                .thenReturn(changed));
    }

    /** A unit of a property that the caller sees. */
    Mono<Versioned<Unit>> add(Unit unit) {
        return transactions.inFirm(viewers.current()
                .flatMap(viewer -> properties.get(unit.propertyId(), viewer))
                .then(units.add(unit))
                .then(outbox.append(List.of(PropertyEvents.added(unit))))
                .thenReturn(new Versioned<>(unit, 1)));
    }
}
