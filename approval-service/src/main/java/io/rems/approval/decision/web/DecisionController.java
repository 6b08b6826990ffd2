package io.rems.approval.decision.web;

import io.rems.approval.decision.DecideOnExpense;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Verdict;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/expenses/{id}")
class DecisionController {

    private final DecideOnExpense decideOnExpense;

    DecisionController(DecideOnExpense decideOnExpense) {
        this.decideOnExpense = decideOnExpense;
    }

    /**
     * For all for whom the caller may, or only for the owners whom he names: 409 where he may not vote for each of them.
     * {@code delegated} tells the votes that were given in an owner's stead.
     */
    @PostMapping("/approval")
    @RequiresPermission(Permission.EXPENSE_DECIDE)
    Mono<ResponseEntity<DecisionView>> approve(
            @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Approval approval, Caller caller) {
        var comment = approval == null ? null : approval.comment();
        var onBehalfOf = approval == null ? null : SpokenFor.of(approval.onBehalfOf());
        return decideOnExpense
                .decide(new ExpenseId(id), Verdict.APPROVED, comment, onBehalfOf, caller)
                .map(DecisionController::answer);
    }

    @PostMapping("/rejection")
    @RequiresPermission(Permission.EXPENSE_DECIDE)
    Mono<ResponseEntity<DecisionView>> reject(
            @PathVariable UUID id, @Valid @RequestBody Rejection rejection, Caller caller) {
        return decideOnExpense
                .decide(
                        new ExpenseId(id),
                        Verdict.REJECTED,
                        rejection.reason(),
                        SpokenFor.of(rejection.onBehalfOf()),
                        caller)
                .map(DecisionController::answer);
    }

    /** For information: it goes back to its submitter, nothing is due meanwhile, and the next round asks everybody anew. */
    @PostMapping("/return")
    @RequiresPermission(Permission.EXPENSE_DECIDE)
    Mono<ResponseEntity<DecisionView>> giveBack(
            @PathVariable UUID id, @Valid @RequestBody GivingBack givingBack, Caller caller) {
        return decideOnExpense
                .giveBack(new ExpenseId(id), givingBack.reason(), SpokenFor.of(givingBack.onBehalfOf()), caller)
                .map(DecisionController::answer);
    }

    private static ResponseEntity<DecisionView> answer(Versioned<ApprovalRequest> request) {
        return Responses.withVersion(request.version(), DecisionView.of(request));
    }
}
