package io.rems.approval.decision.web;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Decision;
import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.Mandate;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Seat;
import io.rems.approval.decision.domain.Verdict;
import io.rems.platform.Share;
import io.rems.platform.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        @Nullable UUID decidedBy,
        List<DelegatedVote> delegated) {

    /** A vote that somebody gave in an owner's stead, under these delegations, the owner's own first. */
    record DelegatedVote(UUID userId, UUID onBehalfOf, List<UUID> delegationIds, Verdict verdict) {

        static Optional<DelegatedVote> of(Seat seat) {
            var vote = seat.vote();
            return vote == null || vote.mandate() == null
                    ? Optional.empty()
                    : Optional.of(of(vote.by(), vote.mandate(), vote.verdict()));
        }

        private static DelegatedVote of(PersonId by, Mandate mandate, Verdict verdict) {
            var delegations =
                    mandate.delegations().stream().map(DelegationId::value).toList();
            return new DelegatedVote(by.value(), mandate.owner().value(), delegations, verdict);
        }
    }

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
                decision == null || decision.by() == null ? null : decision.by().value(),
                ballot.seats().stream()
                        .flatMap(seat -> DelegatedVote.of(seat).stream())
                        .toList());
    }
}
