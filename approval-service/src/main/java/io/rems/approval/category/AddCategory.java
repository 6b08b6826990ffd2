package io.rems.approval.category;

import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

@Service
class AddCategory {

    private final R2dbcCategories categories;
    private final Outbox outbox;
    private final Transactions transactions;

    AddCategory(R2dbcCategories categories, Outbox outbox, Transactions transactions) {
        this.categories = categories;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    Mono<Versioned<Category>> add(Category category) {
        return transactions.inFirm(categories
                .add(category)
                .then(outbox.append(List.of(ExpenseCategoryAdded.of(category))))
                .thenReturn(new Versioned<>(category, 1)));
    }
}
