package io.rems.approval.expense;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.ExpenseEvent.ExpenseRecorded;
import io.rems.approval.expense.domain.Submission;
import io.rems.approval.ownership.CheckPremises;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Recording is never refused for want of approval; it is payment that waits for it. */
@Service
public class RecordExpense {

    private final CheckPremises checkPremises;
    private final CheckReferences checkReferences;
    private final Expenses expenses;
    private final ExpenseEvents events;
    private final SubmitExpense submitExpense;
    private final Transactions transactions;
    private final Clock clock;

    RecordExpense(
            CheckPremises checkPremises,
            CheckReferences checkReferences,
            Expenses expenses,
            ExpenseEvents events,
            SubmitExpense submitExpense,
            Transactions transactions,
            Clock clock) {
        this.checkPremises = checkPremises;
        this.checkReferences = checkReferences;
        this.expenses = expenses;
        this.events = events;
        this.submitExpense = submitExpense;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Void> record(ExpenseId id, Details details, Caller caller) {
        return Mono.when(checkPremises.check(details.property(), details.unit()), checkReferences.check(details))
                .then(transactions.inFirm(draft(id, details, caller)).then());
    }

    /** Both or neither. */
    public Mono<Void> recordAndSubmit(ExpenseId id, Details details, Caller caller) {
        return Mono.zip(
                        submitExpense.answered(details),
                        checkReferences.check(details).thenReturn(true),
                        (answer, _) -> answer)
                .flatMap(answer -> transactions.inFirm(draft(id, details, caller)
                        .flatMap(draft -> submitExpense.submitNew(draft, answer, submitExpense.submission(caller)))));
    }

    /**
     * In the transaction of the caller, with what other services have told, without asking them.
     *
     * @param submitter in whose name it is submitted at once, if it is
     */
    public Mono<Void> recordAsTold(ExpenseId id, Details details, boolean submit, @Nullable UUID submitter) {
        var submission = new Submission(submitter == null ? null : new PersonId(submitter), clock.instant());
        var recorded =
                checkReferences.check(details).then(CurrentCaller.get()).flatMap(caller -> draft(id, details, caller));
        return submit
                ? recorded.flatMap(draft -> submitExpense.submitNew(draft, Optional.empty(), submission))
                : recorded.then();
    }

    /** Nobody else sees it before the end of the transaction, so it needs no lock to go on with. */
    private Mono<Versioned<Expense>> draft(ExpenseId id, Details details, Caller caller) {
        var draft = new Expense.Draft(id, 1, details);
        return expenses.add(draft, caller.actor(), clock.instant())
                .then(events.append(0, List.of(new ExpenseRecorded(id, details))))
                .thenReturn(new Versioned<>(draft, 1));
    }
}
