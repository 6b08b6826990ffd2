package io.rems.ownership.property;

import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The changes of properties, each with its event in the same transaction. */
@Component
class KeepProperties {

    private final Transactions transactions;
    private final R2dbcProperties properties;
    private final Outbox outbox;

    KeepProperties(Transactions transactions, R2dbcProperties properties, Outbox outbox) {
        this.transactions = transactions;
        this.properties = properties;
        this.outbox = outbox;
    }

    Mono<Versioned<Property>> register(Property property) {
        return transactions.inFirm(properties
                .add(property)
                .then(outbox.append(List.of(PropertyEvents.registered(property))))
                .thenReturn(new Versioned<>(property, 1)));
    }

    /** Refused while the property is archived. */
    Mono<Versioned<Property>> change(Property property, long expected) {
        var changed = new Versioned<>(property, expected).saved();
        return transactions.inFirm(properties
                .change(property, expected)
                .then(outbox.append(List.of(PropertyEvents.changed(property, changed.version()))))
                .thenReturn(changed));
    }
}
