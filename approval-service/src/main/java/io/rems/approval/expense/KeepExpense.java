package io.rems.approval.expense;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.ExpenseEvent;
import io.rems.approval.expense.domain.ExpenseEvent.ExpenseRecorded;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.access.Actor;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps what became of an expense together with the events that tell of it, in the transaction of its caller. */
@Service
public class KeepExpense {

    private final Expenses expenses;
    private final ExpenseEvents events;

    KeepExpense(Expenses expenses, ExpenseEvents events) {
        this.expenses = expenses;
        this.events = events;
    }

    /** An expense that is there, held until the end of the transaction. */
    public Mono<Versioned<Expense>> hold(ExpenseId id) {
        return expenses.lock(id).switchIfEmpty(Mono.error(() -> new NotFound("expense", id.value())));
    }

    /** The same at the version that the caller has seen. */
    Mono<Versioned<Expense>> hold(ExpenseId id, long expected) {
        return hold(id).flatMap(
                        found -> found.version() == expected ? Mono.just(found) : Mono.error(StaleVersion::new));
    }

    /** A new expense, as it is after what was done with it at once: what nobody has seen of it in between is only told of. */
    Mono<Versioned<Expense>> added(Expense.Draft draft, Outcome<Expense, ExpenseEvent> outcome, Actor by, Instant at) {
        return switch (outcome) {
            case Refused<Expense, ExpenseEvent>(var refusal) -> Mono.error(new RequestRefused(refusal));
            case Accepted<Expense, ExpenseEvent>(var state, var happened) -> {
                var told = new ArrayList<ExpenseEvent>(List.of(new ExpenseRecorded(draft.id(), draft.details())));
                told.addAll(happened);
                var added = new Versioned<>(state, told.size());
                yield expenses.add(added, by, at).then(events.append(0, told)).thenReturn(added);
            }
        };
    }

    /** What the domain says to a command; what changes nothing is not kept. */
    Mono<Versioned<Expense>> changed(
            Versioned<Expense> found, Function<Expense, Outcome<Expense, ExpenseEvent>> command) {
        return switch (command.apply(found.value())) {
            case Refused<Expense, ExpenseEvent>(var refusal) -> Mono.error(new RequestRefused(refusal));
            case Accepted<Expense, ExpenseEvent>(var state, var happened)
            when happened.isEmpty() -> Mono.just(found.with(state));
            case Accepted<Expense, ExpenseEvent>(var state, var happened) ->
                expenses.save(found.with(state), happened.size())
                        .then(events.append(found.version(), happened))
                        .thenReturn(new Versioned<>(state, found.version() + happened.size()));
        };
    }
}
