package io.rems.approval.expense.web;

import io.rems.approval.expense.domain.ExpenseState;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each expense, in the order in which they were named. */
record SubmissionOutcomes(List<Each> items) {

    /**
     * @param submitted by this command
     * @param state that it is in now; absent where there is no such expense
     * @param code why not, as the submission of that one alone would have been answered
     */
    record Each(
            UUID id,
            boolean submitted,
            @Nullable ExpenseState state,
            @Nullable String code,
            @Nullable String detail,
            List<FieldProblem> errors) {

        static Each submitted(UUID id, ExpenseState state) {
            return new Each(id, true, state, null, null, List.of());
        }

        static Each refused(UUID id, @Nullable ExpenseState state, Problem problem) {
            return new Each(id, false, state, problem.code(), problem.detail(), problem.errors());
        }
    }
}
