package io.rems.approval.expense;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.ExpenseEvent;
import io.rems.approval.expense.domain.Voiding;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Corrects an expense, or does away with it. What changes after approval goes before those who decide once more. */
@Service
public class ChangeExpense {

    private final SubmitExpense submitExpense;
    private final CheckReferences checkReferences;
    private final KeepExpense keepExpense;
    private final Expenses expenses;
    private final ExpenseEvents events;
    private final Transactions transactions;
    private final Clock clock;

    ChangeExpense(
            SubmitExpense submitExpense,
            CheckReferences checkReferences,
            KeepExpense keepExpense,
            Expenses expenses,
            ExpenseEvents events,
            Transactions transactions,
            Clock clock) {
        this.submitExpense = submitExpense;
        this.checkReferences = checkReferences;
        this.keepExpense = keepExpense;
        this.expenses = expenses;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Void> change(ExpenseId id, Details next, long expected, Caller caller) {
        return expenses.find(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("expense", id.value())))
                .flatMap(_ -> submitExpense.answered(next))
                .flatMap(answer -> transactions.inFirm(
                        keepExpense.hold(id, expected).flatMap(found -> changed(found, next, answer, caller))));
    }

    public Mono<Void> declareVoid(ExpenseId id, String reason, Caller caller) {
        var voiding = new Voiding(reason, caller.actor(), clock.instant());
        return transactions.inFirm(keepExpense
                .hold(id)
                .flatMap(found -> keepExpense.changed(found, expense -> expense.declareVoid(voiding)))
                .then());
    }

    public Mono<Void> delete(ExpenseId id, long expected) {
        return transactions.inFirm(keepExpense.hold(id, expected).flatMap(this::deleted));
    }

    private Mono<Void> changed(Versioned<Expense> found, Details next, Optional<Ownership> answer, Caller caller) {
        var submission = submitExpense.submission(caller);
        return checkReferences
                .checkChanged(found.value().details(), next)
                .then(Mono.defer(() -> keepExpense.changed(found, expense -> expense.change(next, submission))))
                .filter(kept -> kept.value().round() > found.value().round())
                .flatMap(kept -> submitExpense.routeIfSubmitted(kept, answer));
    }

    /** Its timeline goes with it, so this is told and not kept. */
    private Mono<Void> deleted(Versioned<Expense> found) {
        return switch (found.value().delete()) {
            case Refused<Expense, ExpenseEvent>(var refusal) -> Mono.error(new RequestRefused(refusal));
            case Accepted<Expense, ExpenseEvent>(var gone, var happened) ->
                expenses.remove(gone.id()).then(events.tell(found.version(), happened));
        };
    }
}
