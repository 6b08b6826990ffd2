package io.rems.ownership.owner;

import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class RegisterOwner {

    private final Transactions transactions;
    private final R2dbcOwners owners;
    private final Outbox outbox;

    RegisterOwner(Transactions transactions, R2dbcOwners owners, Outbox outbox) {
        this.transactions = transactions;
        this.owners = owners;
        this.outbox = outbox;
    }

    Mono<Versioned<Owner>> register(Owner owner) {
        return transactions.inFirm(owners.add(owner)
                .then(outbox.append(List.of(OwnerRegistered.of(owner))))
                .thenReturn(new Versioned<>(owner, 1)));
    }
}
