package io.rems.approval.expense;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.domain.Expense;
import io.rems.platform.Versioned;
import io.rems.platform.access.Actor;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The firm's expenses. */
public interface Expenses {

    /** Keeps a new expense; a category, type or vendor that the firm does not have is refused. */
    Mono<Void> add(Versioned<Expense> expense, Actor by, Instant at);

    /** Empty if there is none. */
    Mono<Versioned<Expense>> find(ExpenseId id);

    /** Holds the expense against everybody else until the end of the transaction; empty if there is none. */
    Mono<Versioned<Expense>> lock(ExpenseId id);

    /** Keeps what became of an expense since this version, so many versions later; fails as stale where it is not its version. */
    Mono<Void> save(Versioned<Expense> expense, int versions);

    /** With all that belongs to it. */
    Mono<Void> remove(ExpenseId id);
}
