package io.rems.approval.expense;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.Expense.Submitted;
import io.rems.approval.expense.domain.Submission;
import io.rems.approval.ownership.AskWhoHolds;
import io.rems.approval.ownership.CheckPremises;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.routing.RouteExpense;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Asks for approval, by a word with ownership-service if need be. Where nobody can say yet who must give it, the expense
 * waits; nothing is lost.
 */
@Service
public class SubmitExpense {

    private final CheckPremises checkPremises;
    private final CheckReferences checkReferences;
    private final AskWhoHolds askWhoHolds;
    private final Expenses expenses;
    private final KeepExpense keepExpense;
    private final RouteExpense routeExpense;
    private final WaitingExpenses waiting;
    private final Transactions transactions;
    private final Clock clock;

    SubmitExpense(
            CheckPremises checkPremises,
            CheckReferences checkReferences,
            AskWhoHolds askWhoHolds,
            Expenses expenses,
            KeepExpense keepExpense,
            RouteExpense routeExpense,
            WaitingExpenses waiting,
            Transactions transactions,
            Clock clock) {
        this.checkPremises = checkPremises;
        this.checkReferences = checkReferences;
        this.askWhoHolds = askWhoHolds;
        this.expenses = expenses;
        this.keepExpense = keepExpense;
        this.routeExpense = routeExpense;
        this.waiting = waiting;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Void> submit(ExpenseId id, Caller caller) {
        return expenses.find(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("expense", id.value())))
                .flatMap(found -> answered(found.value().details()))
                .flatMap(answer -> transactions.inFirm(submit(id, answer, submission(caller))));
    }

    /** Who holds the property, and that it is one of the firm: what may need another service is known before the transaction. */
    Mono<Optional<Ownership>> answered(Details details) {
        return Mono.zip(
                askWhoHolds.ifKnown(details.property(), details.date()),
                checkPremises.check(details.property(), details.unit()).thenReturn(true),
                (answer, _) -> answer);
    }

    private Mono<Void> submit(ExpenseId id, Optional<Ownership> answer, Submission submission) {
        return keepExpense
                .hold(id)
                .flatMap(found -> keepExpense.changed(found, expense -> expense.submit(submission)))
                .flatMap(kept -> routeIfSubmitted(kept, answer));
    }

    Submission submission(Caller caller) {
        return new Submission(caller.userId() == null ? null : new PersonId(caller.userId()), clock.instant());
    }

    /** Not for a vendor who has been blocked meanwhile. */
    Mono<Void> routeIfSubmitted(Versioned<Expense> kept, Optional<Ownership> answer) {
        return checkReferences.checkVendor(kept.value().details()).then(Mono.defer(() -> route(kept, answer)));
    }

    /** What was submitted in this transaction, with references that were checked just now. */
    Mono<Void> route(Versioned<Expense> kept, Optional<Ownership> answer) {
        return kept.value() instanceof Submitted submitted ? route(submitted, kept.version(), answer) : Mono.empty();
    }

    private Mono<Void> route(Submitted submitted, long version, Optional<Ownership> answer) {
        var claim = submitted.claim();
        return Mono.justOrEmpty(answer)
                .filter(ownership -> ownership.answers(claim.property(), claim.date()))
                .flatMap(ownership -> routeExpense.route(claim, ownership, version))
                .switchIfEmpty(Mono.defer(() -> routeExpense.route(claim, version)))
                .hasElement()
                .flatMap(routed -> routed ? Mono.empty() : await(submitted, version));
    }

    private Mono<Void> await(Submitted submitted, long version) {
        return expenses.save(new Versioned<>(submitted.waiting(), version), 1)
                .then(waiting.add(submitted.id(), clock.instant()));
    }
}
