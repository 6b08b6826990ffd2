package io.rems.approval.expense.web;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.PreviewApproval;
import io.rems.approval.routing.RoutingView;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.OwnTransactions;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PreviewController {

    private final PreviewApproval previewApproval;

    PreviewController(PreviewApproval previewApproval) {
        this.previewApproval = previewApproval;
    }

    /**
     * Who would approve this expense, which is not there yet, and why: the body as for a new expense, the answer as that of
     * {@code GET /api/v1/expenses/{id}/routing}. Nothing is kept or told. An {@code id} names an expense that would become
     * this one, so that it does not count beside itself. 422 as for a new expense; 503 where nobody can say now who holds
     * the property.
     */
    @PostMapping("/api/v1/approvals/preview")
    @OwnTransactions
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<RoutingView> preview(@Valid @RequestBody ExpenseRequest expense, Caller caller) {
        var id = Objects.requireNonNullElseGet(expense.id(), Identifiers::next);
        return previewApproval.of(new ExpenseId(id), expense.details(), caller);
    }
}
