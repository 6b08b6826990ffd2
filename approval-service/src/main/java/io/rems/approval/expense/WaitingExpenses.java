package io.rems.approval.expense;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Expenses of which nobody can say yet who must approve them. */
public interface WaitingExpenses {

    Mono<Void> add(ExpenseId expense, Instant firstAttempt);

    /** Some of those whose next attempt is due, of any firm. */
    Mono<List<Due>> due(Instant now);

    /** Takes the attempt that is due and sets the time of the next, later each time; false where another took it. */
    Mono<Boolean> claim(ExpenseId expense, Instant now);

    /** Makes the next attempt due for whatever waits on this property. */
    Mono<Void> hasten(PropertyId property, Instant now);

    Mono<Void> remove(ExpenseId expense);
}
