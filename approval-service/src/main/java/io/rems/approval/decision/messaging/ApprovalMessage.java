package io.rems.approval.decision.messaging;

import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.Decision;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Verdict;
import io.rems.platform.Money;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of approval as other services read them; fields are added, never changed. */
sealed interface ApprovalMessage {

    @PublishedEvent(
            type = "rems.approval.ApprovalRequested.v1",
            subject = "expense",
            description = "Those who decide on an expense have been found and asked.")
    record ApprovalRequestedV1(
            UUID expenseId,
            UUID propertyId,
            Money amount,
            String description,
            Rule rule,
            List<VoterV1> voters,
            Instant requestedAt,
            Instant deadline)
            implements ApprovalMessage {}

    @PublishedEvent(
            type = "rems.approval.VoteCast.v1",
            subject = "expense",
            description = "One of those who were asked has voted.")
    record VoteCastV1(
            UUID expenseId,
            VoterV1 voter,
            UUID userId,
            Verdict verdict,
            @Nullable String comment,
            Instant at) implements ApprovalMessage {}

    @PublishedEvent(
            type = "rems.approval.ExpenseApproved.v1",
            subject = "expense",
            description = "An expense is approved: by those who were asked, or by itself (automatic).")
    record ExpenseApprovedV1(
            UUID expenseId,
            UUID propertyId,
            Money amount,
            @Nullable UUID by,
            boolean automatic,
            @Nullable String comment,
            Instant decidedAt)
            implements ApprovalMessage {}

    @PublishedEvent(
            type = "rems.approval.ExpenseRejected.v1",
            subject = "expense",
            description = "An expense is rejected.")
    record ExpenseRejectedV1(
            UUID expenseId,
            UUID propertyId,
            @Nullable UUID by,
            @Nullable String reason,
            Instant decidedAt) implements ApprovalMessage {}

    @PublishedEvent(
            type = "rems.approval.ApprovalEscalated.v1",
            subject = "expense",
            description = "Nobody decided in time: administrators may decide too.")
    record ApprovalEscalatedV1(UUID expenseId, UUID propertyId, Money amount, Instant deadline, Instant escalatedAt)
            implements ApprovalMessage {}

    static Message of(ApprovalEvent event, long version) {
        return switch (event) {
            case ApprovalEvent.ApprovalRequested(var matter, var ballot, var at, var deadline) ->
                message(
                        matter.expense(),
                        version,
                        new ApprovalRequestedV1(
                                matter.expense().value(),
                                matter.property().value(),
                                matter.amount(),
                                matter.description(),
                                ballot.rule(),
                                ballot.voting().stream().map(VoterV1::of).toList(),
                                at,
                                deadline));
            case ApprovalEvent.VoteCast(var matter, var seat, var vote) ->
                message(
                        matter.expense(),
                        version,
                        new VoteCastV1(
                                matter.expense().value(),
                                VoterV1.of(seat),
                                vote.by().value(),
                                vote.verdict(),
                                vote.comment(),
                                vote.at()));
            case ApprovalEvent.Approved(var matter, var decision) ->
                message(
                        matter.expense(),
                        version,
                        new ExpenseApprovedV1(
                                matter.expense().value(),
                                matter.property().value(),
                                matter.amount(),
                                by(decision),
                                decision.automatic(),
                                decision.comment(),
                                decision.at()));
            case ApprovalEvent.Rejected(var matter, var decision) ->
                message(
                        matter.expense(),
                        version,
                        new ExpenseRejectedV1(
                                matter.expense().value(),
                                matter.property().value(),
                                by(decision),
                                decision.comment(),
                                decision.at()));
            case ApprovalEvent.ApprovalEscalated(var matter, var deadline, var at) ->
                message(
                        matter.expense(),
                        version,
                        new ApprovalEscalatedV1(
                                matter.expense().value(), matter.property().value(), matter.amount(), deadline, at));
        };
    }

    private static Message message(ExpenseId expense, long version, ApprovalMessage data) {
        return Message.of(expense.value(), version, data);
    }

    private static @Nullable UUID by(Decision decision) {
        var by = decision.by();
        return by == null ? null : by.value();
    }
}
