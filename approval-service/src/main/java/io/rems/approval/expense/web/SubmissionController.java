package io.rems.approval.expense.web;

import io.rems.approval.expense.ExpenseView;
import io.rems.approval.expense.ExpenseViews;
import io.rems.approval.expense.SubmitMany;
import io.rems.approval.expense.domain.ExpenseState;
import io.rems.approval.expense.web.SubmissionOutcomes.Each;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.Problem;
import io.rems.platform.web.OwnTransactions;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SubmissionController {

    private final SubmitMany submitMany;
    private final ExpenseViews expenses;

    SubmissionController(SubmitMany submitMany, ExpenseViews expenses) {
        this.submitMany = submitMany;
        this.expenses = expenses;
    }

    /** Each on its own; repeated, those that were submitted are refused as such. */
    @PostMapping("/api/v1/expenses/submissions")
    @OwnTransactions
    @RequiresPermission(Permission.EXPENSE_SUBMIT_MANY)
    Mono<SubmissionOutcomes> submit(@Valid @RequestBody Submissions submissions, Caller caller) {
        return submitMany
                .submit(submissions.distinct(), caller, (id, problem) -> outcome(id, problem, caller))
                .map(SubmissionOutcomes::new);
    }

    private Mono<Each> outcome(UUID id, Optional<Problem> problem, Caller caller) {
        return expenses.find(id, caller)
                .map(ExpenseView::state)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(state -> each(id, state, problem));
    }

    private static Each each(UUID id, Optional<ExpenseState> state, Optional<Problem> problem) {
        return problem.map(reason -> Each.refused(id, state.orElse(null), reason))
                .orElseGet(() -> Each.submitted(id, state.orElseThrow()));
    }
}
