package io.rems.approval.decision.domain;

import static io.rems.approval.decision.domain.VoteRefusal.ALREADY_VOTED;
import static io.rems.approval.decision.domain.VoteRefusal.NOT_A_VOTER;
import static io.rems.approval.decision.domain.VoteRefusal.OWN_SUBMISSION;
import static io.rems.platform.Outcome.refused;

import io.rems.platform.Outcome;
import io.rems.platform.Refusal;
import java.util.List;
import java.util.stream.Stream;
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
        for (var hat : voter.asNamed()) {
            if (objectionTo(hat) instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable Refusal objectionTo(Voter hat) {
        if (!request.ballot().admits(hat)) {
            return hat.standing().shortfalls().isEmpty()
                    ? NOT_A_VOTER
                    : new OutsideMandate(hat.standing().shortfalls());
        }
        return request.ballot().awaits(hat) ? null : ALREADY_VOTED;
    }

    /** In whose stead he says something, of those who have said nothing yet. */
    List<Mandate> mandates() {
        return decidesAlone()
                ? List.of()
                : request.ballot().openTo(voter).stream()
                        .flatMap(seat -> Stream.ofNullable(voter.mandateFor(seat.holder())))
                        .distinct()
                        .toList();
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
            case ApprovalRequest.Escalated _ -> voter.isForFirm();
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
