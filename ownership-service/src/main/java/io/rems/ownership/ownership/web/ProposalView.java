package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.Proposal;
import io.rems.platform.Refusal;
import io.rems.platform.problem.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the change would be taken, and if not, what stands in the way.
 *
 * @param remainder what would be left to assign, from the lines that can be read
 * @param version of the ownership that it was judged against: the ETag that the change will name
 */
record ProposalView(boolean valid, List<ProblemView> problems, List<RemainderView> remainder, long version) {

    /** @param field where it is wrong; absent where the rules say no to the whole */
    record ProblemView(
            @Nullable String field,
            String code,
            String message,
            @Nullable Map<String, Object> facts) {

        static ProblemView of(FieldProblem problem) {
            return new ProblemView(problem.field(), problem.code(), problem.message(), null);
        }

        static ProblemView of(Refusal refusal) {
            return new ProblemView(null, refusal.code(), refusal.detail(), refusal.facts());
        }
    }

    static ProposalView of(List<FieldProblem> unreadable, Proposal proposal) {
        var problems = Stream.of(
                        unreadable.stream().map(ProblemView::of),
                        proposal.unknown().stream().map(ProblemView::of),
                        proposal.refusals().stream().map(ProblemView::of))
                .flatMap(found -> found)
                .toList();
        return new ProposalView(
                problems.isEmpty(),
                problems,
                proposal.remainders().stream().map(RemainderView::of).toList(),
                proposal.version());
    }
}
