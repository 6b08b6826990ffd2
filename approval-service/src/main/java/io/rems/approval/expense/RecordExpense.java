package io.rems.approval.expense;

import static io.rems.platform.Outcome.accepted;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.Expense.Draft;
import io.rems.approval.expense.domain.Submission;
import io.rems.approval.ownership.CheckPremises;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.Transactions;
import java.time.Clock;
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
    private final KeepExpense keepExpense;
    private final SubmitExpense submitExpense;
    private final Transactions transactions;
    private final Clock clock;

    RecordExpense(
            CheckPremises checkPremises,
            CheckReferences checkReferences,
            KeepExpense keepExpense,
            SubmitExpense submitExpense,
            Transactions transactions,
            Clock clock) {
        this.checkPremises = checkPremises;
        this.checkReferences = checkReferences;
        this.keepExpense = keepExpense;
        this.submitExpense = submitExpense;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Void> record(ExpenseId id, Details details, Caller caller) {
        return Mono.when(checkPremises.check(details.property(), details.unit()), checkReferences.check(details))
                .then(transactions
                        .inFirm(added(new Draft(id, 1, details), caller))
                        .then());
    }

    /** Both or neither. */
    public Mono<Void> recordAndSubmit(ExpenseId id, Details details, Caller caller) {
        return Mono.zip(
                        submitExpense.answered(details),
                        checkReferences.check(details).thenReturn(true),
                        (answer, _) -> answer)
                .flatMap(answer -> transactions.inFirm(
                        submitted(new Draft(id, 1, details), answer, submitExpense.submission(caller), caller)));
    }

    /**
     * In the transaction of the caller, with what other services have told, without asking them.
     *
     * @param submitter in whose name it is submitted at once, if it is
     */
    public Mono<Void> recordAsTold(ExpenseId id, Details details, boolean submit, @Nullable UUID submitter) {
        var draft = new Draft(id, 1, details);
        var submission = new Submission(submitter == null ? null : new PersonId(submitter), clock.instant());
        return checkReferences
                .check(details)
                .then(CurrentCaller.get())
                .flatMap(caller -> submit
                        ? submitted(draft, Optional.empty(), submission, caller)
                        : added(draft, caller).then());
    }

    private Mono<Versioned<Expense>> added(Draft draft, Caller caller) {
        return keepExpense.added(draft, accepted(draft), caller.actor(), clock.instant());
    }

    private Mono<Void> submitted(Draft draft, Optional<Ownership> ownership, Submission submission, Caller caller) {
        return keepExpense
                .added(draft, draft.submit(submission), caller.actor(), clock.instant())
                .flatMap(kept -> submitExpense.route(kept, ownership));
    }
}
