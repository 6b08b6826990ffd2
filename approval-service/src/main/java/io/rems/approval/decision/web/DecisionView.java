package io.rems.approval.decision.web;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Decision;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Verdict;
import io.rems.platform.Share;
import io.rems.platform.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an expense stands after somebody said something on it. */
record DecisionView(
        UUID id,
        String state,
        long version,
        Rule rule,
        Share approved,
        Share rejected,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy) {

    static DecisionView of(Versioned<ApprovalRequest> request) {
        return switch (request.value()) {
            case ApprovalRequest.Pending _ -> of(request, "PENDING", null);
            case ApprovalRequest.Escalated _ -> of(request, "ESCALATED", null);
            case ApprovalRequest.Returned _ -> of(request, "RETURNED", null);
            case ApprovalRequest.Withdrawn _ -> of(request, "WITHDRAWN", null);
            case ApprovalRequest.Decided decided ->
                of(request, decided.decision().verdict().name(), decided.decision());
        };
    }

    private static DecisionView of(Versioned<ApprovalRequest> request, String state, @Nullable Decision decision) {
        var ballot = request.value().ballot();
        return new DecisionView(
                request.value().matter().expense().value(),
                state,
                request.version(),
                ballot.rule(),
                ballot.share(Verdict.APPROVED),
                ballot.share(Verdict.REJECTED),
                decision == null ? null : decision.at(),
                decision == null || decision.by() == null ? null : decision.by().value());
    }
}
