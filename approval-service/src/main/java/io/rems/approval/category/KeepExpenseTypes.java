package io.rems.approval.category;

import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.StaleVersion;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The changes of types, each with its event in the same transaction. */
@Service
class KeepExpenseTypes {

    private final R2dbcExpenseTypes types;
    private final Outbox outbox;
    private final Transactions transactions;

    KeepExpenseTypes(R2dbcExpenseTypes types, Outbox outbox, Transactions transactions) {
        this.types = types;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    Mono<Versioned<ExpenseType>> add(ExpenseType type) {
        return transactions.inFirm(types.add(type).then(told(new Versioned<>(type, 1))));
    }

    Mono<Versioned<ExpenseType>> change(UUID id, ExpenseTypeChange change, long expected) {
        return transactions.inFirm(types.hold(id)
                .flatMap(found -> found.version() == expected
                        ? kept(found.with(found.value().described(change.code(), change.name())))
                        : Mono.error(new StaleVersion())));
    }

    /** Saying again what is so already changes nothing. */
    Mono<Versioned<ExpenseType>> setActive(UUID id, boolean active) {
        return transactions.inFirm(types.hold(id)
                .flatMap(found -> found.value().active() == active
                        ? Mono.just(found)
                        : kept(found.with(found.value().active(active)))));
    }

    private Mono<Versioned<ExpenseType>> kept(Versioned<ExpenseType> changed) {
        return types.save(changed).then(told(changed.saved()));
    }

    private Mono<Versioned<ExpenseType>> told(Versioned<ExpenseType> type) {
        return outbox.append(List.of(CategoryEvents.type(type))).thenReturn(type);
    }
}
