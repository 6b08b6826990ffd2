package io.rems.approval.legacy;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.Expenses;
import io.rems.approval.expense.RecordExpense;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.ownership.CheckPremises;
import io.rems.approval.timeline.ExpenseLog;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Brings in what was decided before, past all rules of approval: hence with a permission of its own. */
@Service
class ImportExpense {

    private final CheckPremises checkPremises;
    private final RecordExpense recordExpense;
    private final Expenses expenses;
    private final R2dbcImportedDecisions decisions;
    private final ExpenseLog log;
    private final Transactions transactions;
    private final Clock clock;

    ImportExpense(
            CheckPremises checkPremises,
            RecordExpense recordExpense,
            Expenses expenses,
            R2dbcImportedDecisions decisions,
            ExpenseLog log,
            Transactions transactions,
            Clock clock) {
        this.checkPremises = checkPremises;
        this.recordExpense = recordExpense;
        this.expenses = expenses;
        this.decisions = decisions;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<Void> bringIn(UUID id, Details details, ImportedDecision decision) {
        return checkPremises
                .check(details.property(), details.unit())
                .then(transactions.inFirm(recordExpense
                        .recordAsTold(new ExpenseId(id), details, false, null)
                        .then(Mono.defer(() -> decided(id, details, decision)))));
    }

    private Mono<Void> decided(UUID id, Details details, ImportedDecision decision) {
        var expense = new ExpenseId(id);
        var decided = switch (decision.verdict()) {
            case APPROVED -> new Expense.Approved(expense, 1, details);
            case REJECTED -> new Expense.Rejected(expense, 1, details);
        };
        return expenses.save(new Versioned<>(decided, 1), 1)
                .then(decisions.add(id, decision, clock.instant()))
                .then(log.append(List.of(ExpenseImported.of(id, details, decision, 2))));
    }
}
