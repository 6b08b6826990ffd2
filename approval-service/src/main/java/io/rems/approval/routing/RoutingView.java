package io.rems.approval.routing;

import io.rems.approval.decision.domain.EscalationCause;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.delegation.Considered;
import io.rems.approval.routing.domain.Origin;
import io.rems.platform.Money;
import io.rems.platform.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an expense was routed and why, or how one would be that is not there yet.
 *
 * @param expenseId absent where there is no expense yet
 * @param round each approval that is asked for is one; the amount is that of the round
 * @param firmRule the rule that the firm had then; {@code rule} differs where the property had one of its own, or nobody
 *     was the primary contact
 * @param propertyRule absent where the firm's held
 * @param limit the lowest of {@code limits}, which counts
 * @param others other amounts to the same vendor for the same property inside the split window
 * @param addedUp the expenses that {@code others} is the sum of, the latest first
 * @param counted what was compared with the limit
 * @param delegations by which votes of those who are asked can come to others, each with what keeps it from that; judged
 *     as of the decision, else of now
 */
public record RoutingView(
        @Nullable UUID expenseId,
        int round,
        boolean automatic,
        Rule rule,
        Rule firmRule,
        @Nullable Rule propertyRule,
        Money limit,
        List<LimitView> limits,
        Money amount,
        Money others,
        AddedUp addedUp,
        Money counted,
        String splitWindow,
        boolean selfApproval,
        Instant requestedAt,
        @Nullable Instant deadline,
        @Nullable Instant escalatedAt,
        @Nullable EscalationCause escalatedBecause,
        @Nullable DecisionView decision,
        @Nullable RemarkView returned,
        @Nullable RemarkView withdrawn,
        Snapshot ownership,
        List<VoterView> voters,
        List<Considered> delegations) {

    public RoutingView with(List<Considered> considered) {
        return new RoutingView(
                expenseId,
                round,
                automatic,
                rule,
                firmRule,
                propertyRule,
                limit,
                limits,
                amount,
                others,
                addedUp,
                counted,
                splitWindow,
                selfApproval,
                requestedAt,
                deadline,
                escalatedAt,
                escalatedBecause,
                decision,
                returned,
                withdrawn,
                ownership,
                voters,
                considered);
    }

    /**
     * A limit that was looked at.
     *
     * @param id of the property or owner; absent for the firm
     * @param counts whether it is the one that decided
     */
    public record LimitView(Origin origin, @Nullable UUID id, Money amount, boolean counts) {}

    /**
     * @param count of all of them
     * @param items the latest of them; for an owner, those from days on which he held a part
     */
    public record AddedUp(int count, List<OtherView> items) {}

    /** An expense that counted as one with this. */
    public record OtherView(UUID id, LocalDate date, Money amount) {}

    /** Who held the property on the expense date. */
    public record Snapshot(LocalDate asOf, List<HolderView> holders) {}

    /** An owner, or the firm for what no owner holds. */
    public record HolderView(String type, @Nullable UUID ownerId, Share share, boolean primaryContact) {}

    /**
     * An owner, or the firm's administrators; {@code vote} is absent until it is given.
     *
     * @param reassigned who else may vote for it; absent where nobody does
     */
    public record VoterView(
            String type,
            @Nullable UUID ownerId,
            Share share,
            @Nullable VoteView vote,
            @Nullable ReassignedView reassigned) {}

    /** @param userId absent: the firm's administrators */
    public record ReassignedView(@Nullable UUID userId) {}

    /** How it ended; {@code by} is absent where nobody's word was needed. */
    public record DecisionView(
            Verdict verdict,
            @Nullable UUID by,
            Instant at,
            @Nullable String comment) {}

    /**
     * Why the round ended without a decision.
     *
     * @param onBehalfOf the owners in whose stead {@code by} gave it back; none: in his own right
     */
    public record RemarkView(String reason, UUID by, Instant at, List<UUID> onBehalfOf) {}

    /**
     * @param by absent, as the comment, where an owner looks at the vote of another
     * @param delegationIds under which {@code by} voted in the owner's stead, the owner's own first; none: in his own right
     *     or, as {@code by}, not shown
     * @param saidOn the day on which the owner said so by other means, where {@code by} only put it down
     */
    public record VoteView(
            Verdict verdict,
            @Nullable UUID by,
            Instant at,
            @Nullable String comment,
            @Nullable LocalDate saidOn,
            List<UUID> delegationIds) {}
}
