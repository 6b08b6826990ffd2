package io.rems.approval.decision.web;

import io.rems.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each expense, in the order in which they were named. */
record DecisionOutcomes(List<Each> items) {

    /**
     * @param counted the caller's word, by this command
     * @param approval how the expense stands after it; absent where the word did not count
     * @param code why not, as the decision on that one alone would have been answered
     * @param facts with it, such as the outcome that somebody else was quicker with
     */
    record Each(
            UUID id,
            boolean counted,
            @Nullable DecisionView approval,
            @Nullable String code,
            @Nullable String detail,
            Map<String, Object> facts) {

        static Each counted(UUID id, DecisionView approval) {
            return new Each(id, true, approval, null, null, Map.of());
        }

        static Each refused(UUID id, Problem problem) {
            return new Each(id, false, null, problem.code(), problem.detail(), problem.facts());
        }
    }
}
