package io.rems.approval.legacy;

import io.rems.approval.expense.ExpenseView;
import io.rems.approval.expense.ExpenseViews;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ImportController {

    private final ImportExpense importExpense;
    private final ExpenseViews expenses;

    ImportController(ImportExpense importExpense, ExpenseViews expenses) {
        this.importExpense = importExpense;
        this.expenses = expenses;
    }

    /** With the decision that the old books tell of. One that is there already is 409 DUPLICATE; it can be paid as any other. */
    @PostMapping("/api/v1/expenses/imports")
    @OwnTransactions
    @RequiresPermission(Permission.EXPENSE_IMPORT)
    Mono<ResponseEntity<ExpenseView>> bringIn(@Valid @RequestBody ImportRequest request, Caller caller) {
        return importExpense
                .bringIn(request.id(), request.details(), request.decision())
                .then(expenses.find(request.id(), caller))
                .switchIfEmpty(Mono.error(() -> new NotFound("expense", request.id())))
                .map(view -> Responses.created("/api/v1/expenses/" + request.id(), view.version(), view));
    }
}
