package io.rems.approval.category;

import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The changes of categories. Those that move one are done one after the other, so that no two make a cycle together. */
@Service
class KeepCategories {

    private final R2dbcCategories categories;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    KeepCategories(R2dbcCategories categories, Outbox outbox, Transactions transactions, Clock clock) {
        this.categories = categories;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<Versioned<Category>> add(Category category) {
        var added = new Versioned<>(category, 1);
        return category.id().equals(category.parentId())
                ? Mono.error(new RequestRefused(CategoryRefusal.CATEGORY_CYCLE))
                : transactions.inFirm(categories.add(category).then(told(added)));
    }

    Mono<Versioned<Category>> change(Category facts, long expected) {
        return transactions.inFirm(categories
                .hold(facts.id())
                .flatMap(found -> found.version() == expected ? Mono.just(found) : Mono.error(StaleVersion::new))
                .flatMap(found -> moved(found.value(), facts)
                        .then(kept(found.with(found.value().described(facts))))));
    }

    /** Saying again what is so already changes nothing. */
    Mono<Versioned<Category>> setActive(UUID id, boolean active) {
        return transactions.inFirm(categories
                .hold(id)
                .flatMap(found -> found.value().active() == active
                        ? Mono.just(found)
                        : kept(found.with(found.value().active(active)))));
    }

    private Mono<Void> moved(Category before, Category after) {
        var parent = after.parentId();
        if (parent == null || Objects.equals(parent, before.parentId())) {
            return Mono.empty();
        }
        return categories
                .takeTurn(clock.instant())
                .then(categories.isWithin(parent, before.id()))
                .flatMap(within ->
                        within ? Mono.error(new RequestRefused(CategoryRefusal.CATEGORY_CYCLE)) : Mono.empty());
    }

    private Mono<Versioned<Category>> kept(Versioned<Category> changed) {
        return categories.save(changed).then(told(changed.saved()));
    }

    private Mono<Versioned<Category>> told(Versioned<Category> category) {
        return outbox.append(List.of(CategoryEvents.category(category))).thenReturn(category);
    }
}
