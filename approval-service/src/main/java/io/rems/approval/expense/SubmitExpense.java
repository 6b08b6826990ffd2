package io.rems.approval.expense;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.Expense.Submitted;
import io.rems.approval.expense.domain.ExpenseEvent;
import io.rems.approval.expense.domain.Submission;
import io.rems.approval.routing.RouteExpense;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Asks for approval. Where nobody can say yet who must give it, the expense waits; nothing is lost. */
@Service
public class SubmitExpense {

    private final Expenses expenses;
    private final ExpenseEvents events;
    private final RouteExpense routeExpense;
    private final WaitingExpenses waiting;
    private final Transactions transactions;
    private final Clock clock;

    SubmitExpense(
            Expenses expenses,
            ExpenseEvents events,
            RouteExpense routeExpense,
            WaitingExpenses waiting,
            Transactions transactions,
            Clock clock) {
        this.expenses = expenses;
        this.events = events;
        this.routeExpense = routeExpense;
        this.waiting = waiting;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Void> submit(ExpenseId id, Caller caller) {
        var by = caller.userId() == null ? null : new PersonId(caller.userId());
        var submission = new Submission(by, clock.instant());
        return transactions.inFirm(expenses.lock(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("expense", id.value())))
                .flatMap(found -> submit(found, submission)));
    }

    private Mono<Void> submit(Versioned<Expense> found, Submission submission) {
        return switch (found.value().submit(submission)) {
            case Refused<Submitted, ExpenseEvent>(var refusal) -> Mono.error(new RequestRefused(refusal));
            case Accepted<Submitted, ExpenseEvent>(var submitted, var happened) ->
                keep(found.with(submitted), happened).then(route(submitted, found.version() + 1));
        };
    }

    private Mono<Void> keep(Versioned<Expense> submitted, List<ExpenseEvent> happened) {
        return expenses.save(submitted).then(events.append(submitted.version(), happened));
    }

    private Mono<Void> route(Submitted submitted, long version) {
        return routeExpense
                .route(submitted.claim(), version)
                .hasElement()
                .flatMap(routed -> routed ? Mono.empty() : await(submitted, version));
    }

    private Mono<Void> await(Submitted submitted, long version) {
        return expenses.save(new Versioned<>(submitted.waiting(), version))
                .then(waiting.add(submitted.id(), clock.instant()));
    }
}
