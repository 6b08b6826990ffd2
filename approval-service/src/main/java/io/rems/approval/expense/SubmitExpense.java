package io.rems.approval.expense;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.Expense.Submitted;
import io.rems.approval.expense.domain.ExpenseEvent;
import io.rems.approval.expense.domain.Submission;
import io.rems.approval.ownership.AskWhoHolds;
import io.rems.approval.ownership.CheckPremises;
import io.rems.approval.ownership.domain.Ownership;
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
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Asks for approval, by a word with ownership-service if need be. Where nobody can say yet who must give it, the expense waits; nothing is lost. */
@Service
public class SubmitExpense {

    private final CheckPremises checkPremises;
    private final CheckReferences checkReferences;
    private final AskWhoHolds askWhoHolds;
    private final Expenses expenses;
    private final ExpenseEvents events;
    private final RouteExpense routeExpense;
    private final WaitingExpenses waiting;
    private final Transactions transactions;
    private final Clock clock;

    SubmitExpense(
            CheckPremises checkPremises,
            CheckReferences checkReferences,
            AskWhoHolds askWhoHolds,
            Expenses expenses,
            ExpenseEvents events,
            RouteExpense routeExpense,
            WaitingExpenses waiting,
            Transactions transactions,
            Clock clock) {
        this.checkPremises = checkPremises;
        this.checkReferences = checkReferences;
        this.askWhoHolds = askWhoHolds;
        this.expenses = expenses;
        this.events = events;
        this.routeExpense = routeExpense;
        this.waiting = waiting;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Void> submit(ExpenseId id, Caller caller) {
        return expenses.details(id)
                .switchIfEmpty(absent(id))
                .flatMap(this::answered)
                .flatMap(answer -> transactions.inFirm(submit(id, answer, caller)));
    }

    /** What other services must say before the transaction begins. */
    Mono<Optional<Ownership>> answered(Details details) {
        return checkPremises
                .check(details.property(), details.unit())
                .then(askWhoHolds.unlessTold(details.property(), details.date()));
    }

    Mono<Void> submit(ExpenseId id, Optional<Ownership> answer, Caller caller) {
        var by = caller.userId() == null ? null : new PersonId(caller.userId());
        var submission = new Submission(by, clock.instant());
        return expenses.lock(id).switchIfEmpty(absent(id)).flatMap(found -> submit(found, submission, answer));
    }

    private static <T> Mono<T> absent(ExpenseId id) {
        return Mono.error(() -> new NotFound("expense", id.value()));
    }

    private Mono<Void> submit(Versioned<Expense> found, Submission submission, Optional<Ownership> answer) {
        return switch (found.value().submit(submission)) {
            case Refused<Submitted, ExpenseEvent>(var refusal) -> Mono.error(new RequestRefused(refusal));
            case Accepted<Submitted, ExpenseEvent>(var submitted, var happened) ->
                checkReferences
                        .checkVendor(submitted.details())
                        .then(Mono.defer(() -> keep(found.with(submitted), happened)
                                .then(route(submitted, found.version() + 1, answer))));
        };
    }

    private Mono<Void> keep(Versioned<Expense> submitted, List<ExpenseEvent> happened) {
        return expenses.save(submitted).then(events.append(submitted.version(), happened));
    }

    private Mono<Void> route(Submitted submitted, long version, Optional<Ownership> answer) {
        var claim = submitted.claim();
        return routeExpense
                .route(claim, version)
                .switchIfEmpty(Mono.justOrEmpty(answer)
                        .filter(ownership -> ownership.answers(claim.property(), claim.date()))
                        .flatMap(ownership -> routeExpense.route(claim, ownership, version)))
                .hasElement()
                .flatMap(routed -> routed ? Mono.empty() : await(submitted, version));
    }

    private Mono<Void> await(Submitted submitted, long version) {
        return expenses.save(new Versioned<>(submitted.waiting(), version))
                .then(waiting.add(submitted.id(), clock.instant()));
    }
}
