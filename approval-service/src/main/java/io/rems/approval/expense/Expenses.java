package io.rems.approval.expense;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.expense.domain.Expense;
import io.rems.platform.Versioned;
import io.rems.platform.access.Actor;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The firm's expenses, until those who decide have them before them. */
public interface Expenses {

    /** Keeps a new expense as version 1; a category, type or vendor that the firm does not have is refused. */
    Mono<Void> add(Expense.Draft expense, Actor by, Instant at);

    /** What an expense is for; empty if there is none. */
    Mono<Details> details(ExpenseId id);

    /** Holds the expense against everybody else until the end of the transaction; empty if there is none. */
    Mono<Versioned<Expense>> lock(ExpenseId id);

    /** Keeps what became of an expense since this version, as the version after it. */
    Mono<Versioned<Expense>> save(Versioned<Expense> expense);
}
