package io.rems.approval.expense.web;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.ChangeExpense;
import io.rems.approval.expense.ExpenseView;
import io.rems.approval.expense.ExpenseViews;
import io.rems.approval.expense.RecordExpense;
import io.rems.approval.expense.SubmitExpense;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/expenses")
class ExpenseController {

    private final RecordExpense recordExpense;
    private final ChangeExpense changeExpense;
    private final SubmitExpense submitExpense;
    private final ExpenseViews expenses;

    ExpenseController(
            RecordExpense recordExpense,
            ChangeExpense changeExpense,
            SubmitExpense submitExpense,
            ExpenseViews expenses) {
        this.recordExpense = recordExpense;
        this.changeExpense = changeExpense;
        this.submitExpense = submitExpense;
        this.expenses = expenses;
    }

    @PostMapping
    @OwnTransactions
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<ExpenseView>> record(
            @Valid @RequestBody ExpenseRequest expense, ServerHttpRequest request, Caller caller) {
        var key = request.getHeaders().getFirst("Idempotency-Key");
        var id = expense.identifier(caller, key);
        var done = expense.isNamedByKey(key) ? expenses.find(id, caller) : Mono.<ExpenseView>empty();
        return done.switchIfEmpty(Mono.defer(
                        () -> record(new ExpenseId(id), expense, caller).then(found(id, caller))))
                .map(view -> Responses.created("/api/v1/expenses/" + id, view.version(), view));
    }

    /** Another amount, payee, property or date of an approved expense is submitted with it. */
    @PutMapping("/{id}")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<ExpenseView>> change(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody ExpenseRequest expense, Caller caller) {
        return changeExpense
                .change(new ExpenseId(id), expense.details(), ifMatch.version(), caller)
                .then(found(id, caller))
                .map(view -> Responses.withVersion(view.version(), view));
    }

    /** Drafts only, with their attachments. */
    @DeleteMapping("/{id}")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable UUID id, IfMatch ifMatch) {
        return changeExpense.delete(new ExpenseId(id), ifMatch.version());
    }

    @PostMapping("/{id}/voiding")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<ExpenseView>> declareVoid(
            @PathVariable UUID id, @Valid @RequestBody Voided voided, Caller caller) {
        return changeExpense
                .declareVoid(new ExpenseId(id), voided.reason(), caller)
                .then(found(id, caller))
                .map(view -> Responses.withVersion(view.version(), view));
    }

    @PostMapping("/{id}/submission")
    @OwnTransactions
    @RequiresPermission(Permission.EXPENSE_SUBMIT)
    Mono<ResponseEntity<ExpenseView>> submit(@PathVariable UUID id, Caller caller) {
        return submitExpense
                .submit(new ExpenseId(id), caller)
                .then(found(id, caller))
                .map(view -> Responses.withVersion(view.version(), view));
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<ResponseEntity<ExpenseView>> get(@PathVariable UUID id, Caller caller) {
        return found(id, caller).map(view -> Responses.withVersion(view.version(), view));
    }

    private Mono<Void> record(ExpenseId id, ExpenseRequest expense, Caller caller) {
        if (!expense.isToSubmit()) {
            return recordExpense.record(id, expense.details(), caller);
        }
        return caller.may(Permission.EXPENSE_SUBMIT)
                ? recordExpense.recordAndSubmit(id, expense.details(), caller)
                : Mono.error(new PermissionDenied());
    }

    private Mono<ExpenseView> found(UUID id, Caller caller) {
        return expenses.find(id, caller).switchIfEmpty(Mono.error(() -> new NotFound("expense", id)));
    }
}
