package io.rems.ownership.property;

import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The changes of units, each with its event in the same transaction. */
@Component
class KeepUnits {

    private final Transactions transactions;
    private final Properties properties;
    private final R2dbcUnits units;
    private final Outbox outbox;

    KeepUnits(Transactions transactions, Properties properties, R2dbcUnits units, Outbox outbox) {
        this.transactions = transactions;
        this.properties = properties;
        this.units = units;
        this.outbox = outbox;
    }

    /** Refused where the property is archived. */
    Mono<Versioned<Unit>> register(Unit unit) {
        return transactions.inFirm(properties
                .open(unit.propertyId())
                .then(units.add(unit))
                .then(outbox.append(List.of(UnitEvents.registered(unit))))
                .thenReturn(new Versioned<>(unit, 1)));
    }
}
