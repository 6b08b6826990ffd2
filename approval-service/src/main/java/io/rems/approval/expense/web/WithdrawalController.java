package io.rems.approval.expense.web;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.ExpenseView;
import io.rems.approval.expense.ExpenseViews;
import io.rems.approval.expense.WithdrawExpense;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class WithdrawalController {

    private final WithdrawExpense withdrawExpense;
    private final ExpenseViews expenses;

    WithdrawalController(WithdrawExpense withdrawExpense, ExpenseViews expenses) {
        this.withdrawExpense = withdrawExpense;
        this.expenses = expenses;
    }

    /** By its submitter or an administrator, until it is decided on; it may be submitted again, or declared void. */
    @PostMapping("/api/v1/expenses/{id}/withdrawal")
    @RequiresPermission(Permission.EXPENSE_SUBMIT)
    Mono<ResponseEntity<ExpenseView>> withdraw(
            @PathVariable UUID id, @Valid @RequestBody Withdrawal withdrawal, Caller caller) {
        return withdrawExpense
                .withdraw(new ExpenseId(id), withdrawal.reason(), caller)
                .then(expenses.find(id, caller))
                .switchIfEmpty(Mono.error(() -> new NotFound("expense", id)))
                .map(view -> Responses.withVersion(view.version(), view));
    }
}
