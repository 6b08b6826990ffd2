package io.rems.approval.payment;

import io.rems.approval.expense.ExpenseView;
import io.rems.approval.expense.ExpenseViews;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.IdempotencyKeyRequired;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PaymentController {

    private final PayExpense payExpense;
    private final ExpenseViews expenses;
    private final Clock clock;

    PaymentController(PayExpense payExpense, ExpenseViews expenses, Clock clock) {
        this.payExpense = payExpense;
        this.expenses = expenses;
        this.clock = clock;
    }

    @PostMapping("/api/v1/expenses/{id}/payment")
    @IdempotencyKeyRequired
    @RequiresPermission(Permission.EXPENSE_PAY)
    Mono<ResponseEntity<ExpenseView>> pay(
            @PathVariable UUID id, @Valid @RequestBody PaymentRequest request, Caller caller) {
        return payExpense
                .pay(request.payment(id, clock.instant()), request.amount())
                .then(expenses.find(id, caller))
                .switchIfEmpty(Mono.error(() -> new NotFound("expense", id)))
                .map(view -> Responses.withVersion(view.version(), view));
    }
}
