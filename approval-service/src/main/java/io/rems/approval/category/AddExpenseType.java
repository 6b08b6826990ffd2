package io.rems.approval.category;

import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

@Service
class AddExpenseType {

    private final R2dbcExpenseTypes types;
    private final Outbox outbox;
    private final Transactions transactions;

    AddExpenseType(R2dbcExpenseTypes types, Outbox outbox, Transactions transactions) {
        this.types = types;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    Mono<Versioned<ExpenseType>> add(ExpenseType type) {
        return transactions.inFirm(types.add(type)
                .then(outbox.append(List.of(ExpenseTypeAdded.of(type))))
                .thenReturn(new Versioned<>(type, 1)));
    }
}
