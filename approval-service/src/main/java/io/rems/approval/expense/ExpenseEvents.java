package io.rems.approval.expense;

import io.rems.approval.expense.domain.ExpenseEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where events go, in the transaction that makes them true. */
public interface ExpenseEvents {

    /** The first of them makes the version that follows on {@code version}. */
    Mono<Void> append(long version, List<ExpenseEvent> events);

    /** The same for an expense that is gone, and with it its timeline. */
    Mono<Void> tell(long version, List<ExpenseEvent> events);

    /** To those who are told, and into the expense's timeline. */
    Mono<Void> commented(ExpenseView expense, Comment comment);
}
