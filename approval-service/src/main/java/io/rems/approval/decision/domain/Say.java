package io.rems.approval.decision.domain;

import static io.rems.approval.decision.domain.VoteRefusal.ALREADY_VOTED;
import static io.rems.approval.decision.domain.VoteRefusal.NOT_A_VOTER;
import static io.rems.approval.decision.domain.VoteRefusal.OWN_SUBMISSION;
import static io.rems.platform.Outcome.refused;

import io.rems.platform.Outcome;
import io.rems.platform.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person before an open request: whether he is heard, and what his vote comes to. */
record Say(ApprovalRequest.Open request, Voter voter) {

    /** Why he is not heard; null where he is. */
    @Nullable
    Refusal objection() {
        if (request.matter().forbids(voter.person())) {
            return OWN_SUBMISSION;
        }
        if (decidesAlone()) {
            return null;
        }
        if (!request.ballot().admits(voter)) {
            return voter.standing().shortfalls().isEmpty()
                    ? NOT_A_VOTER
                    : new OutsideMandate(voter.standing().shortfalls());
        }
        return request.ballot().awaits(voter) ? null : ALREADY_VOTED;
    }

    Outcome<ApprovalRequest, ApprovalEvent> vote(Vote vote) {
        if (objection() instanceof Refusal refusal) {
            return refused(refusal);
        }
        return decidesAlone()
                ? ApprovalRequest.decided(
                        request.matter(), request.ballot(), Decision.by(vote, vote.verdict()), List.of())
                : counted(request.with(request.ballot().with(voter, vote)), vote);
    }

    private boolean decidesAlone() {
        return switch (request) {
            case ApprovalRequest.Escalated _ -> voter.administrator();
            case ApprovalRequest.Pending _ -> false;
        };
    }

    private Outcome<ApprovalRequest, ApprovalEvent> counted(ApprovalRequest.Open marked, Vote vote) {
        List<ApprovalEvent> cast = request.ballot().openTo(voter).stream()
                .<ApprovalEvent>map(
                        seat -> new ApprovalEvent.VoteCast(marked.matter(), seat, voter.inStead(seat.holder(), vote)))
                .toList();
        return marked.ballot()
                .verdict()
                .map(verdict ->
                        ApprovalRequest.decided(marked.matter(), marked.ballot(), Decision.by(vote, verdict), cast))
                .orElseGet(() -> new Outcome.Accepted<>(marked, cast));
    }
}
