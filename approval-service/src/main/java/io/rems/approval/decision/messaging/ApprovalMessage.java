package io.rems.approval.decision.messaging;

import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Verdict;
import io.rems.platform.Money;
import io.rems.platform.events.PublishedEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of approval as other services read them; fields are added, never changed. Each tells of expense and property
 * what its reader would have to ask for.
 */
sealed interface ApprovalMessage {

    @PublishedEvent(
            type = "rems.approval.ApprovalRequested.v1",
            subject = "expense",
            description = "Those who decide on an expense have been found and asked.")
    record ApprovalRequestedV1(
            UUID expenseId,
            int round,
            UUID propertyId,
            @Nullable String propertyName,
            UUID categoryId,
            Money amount,
            LocalDate date,
            String description,
            @Nullable UUID submitter,
            Rule rule,
            List<VoterV1> voters,
            Instant requestedAt,
            Instant deadline)
            implements ApprovalMessage {}

    @PublishedEvent(
            type = "rems.approval.ApprovalVoteCast.v1",
            subject = "expense",
            description = "One of those who were asked has voted.")
    record ApprovalVoteCastV1(
            UUID expenseId,
            int round,
            UUID propertyId,
            @Nullable String propertyName,
            Money amount,
            String description,
            VoterV1 voter,

            @Schema(description = "Who voted, or put down what the owner said by other means")
            UUID userId,

            @Nullable @Schema(description = "The owner in whose stead he voted; absent: in his own right")
            UUID onBehalfOf,

            @Schema(description = "Under which delegations, the owner's own first; none: in his own right")
            List<UUID> delegationIds,

            Verdict verdict,
            @Nullable String comment,

            @Nullable @Schema(description = "Where an administrator put it down: the day on which the owner said so")
            LocalDate saidOn,

            Instant at)
            implements ApprovalMessage {}

    @PublishedEvent(
            type = "rems.approval.ApprovalDecided.v1",
            subject = "expense",
            description = "An expense is approved or rejected: by those who were asked, by an administrator after its"
                    + " deadline, or by itself (automatic).")
    record ApprovalDecidedV1(
            UUID expenseId,
            int round,
            UUID propertyId,
            @Nullable String propertyName,
            UUID categoryId,
            Money amount,
            LocalDate date,
            String description,
            @Nullable UUID submitter,
            Rule rule,
            Verdict verdict,

            @Schema(description = "Of those who decide under the rule, as a fraction", example = "2/3")
            String shareFor,

            @Schema(description = "Of those who decide under the rule, as a fraction", example = "0/1")
            String shareAgainst,

            boolean automatic,

            @Nullable @Schema(description = "Whose word settled it")
            UUID by,

            @Nullable @Schema(description = "His words; the reason of a rejection")
            String comment,

            Instant decidedAt)
            implements ApprovalMessage {}

    @PublishedEvent(
            type = "rems.approval.ApprovalReturned.v1",
            subject = "expense",
            description =
                    "One of those who were asked wants to know more: it is its submitter's turn, and nothing is due"
                            + " until he submits it again, as the next round.")
    record ApprovalReturnedV1(
            UUID expenseId,
            int round,
            UUID propertyId,
            @Nullable String propertyName,
            Money amount,
            String description,
            @Nullable UUID submitter,
            UUID by,
            String reason,

            @Schema(description = "How often it can be given back after this")
            int returnsLeft,

            Instant returnedAt,

            @Schema(description = "The owners in whose stead it was given back; none: in his own right")
            List<UUID> onBehalfOf,

            @Schema(description = "Under which delegations") List<UUID> delegationIds)
            implements ApprovalMessage {}

    @PublishedEvent(
            type = "rems.approval.ApprovalWithdrawn.v1",
            subject = "expense",
            description = "An expense was taken back before it was decided on; nobody is asked any more.")
    record ApprovalWithdrawnV1(
            UUID expenseId,
            int round,
            UUID propertyId,
            @Nullable String propertyName,
            Money amount,
            String description,
            @Nullable UUID submitter,
            UUID by,
            String reason,
            Instant withdrawnAt)
            implements ApprovalMessage {}

    @PublishedEvent(
            type = "rems.approval.ApprovalRerouted.v1",
            subject = "expense",
            description = "Others are asked than before, for the property had other holders on the expense date.")
    record ApprovalReroutedV1(
            UUID expenseId,
            int round,
            UUID propertyId,
            @Nullable String propertyName,
            Money amount,
            String description,
            Rule rule,
            @Schema(description = "Who was asked before") List<VoterV1> before,

            @Schema(description = "Who is asked now, in the place of all those")
            List<VoterV1> voters,

            @Schema(description = "Votes that still count; all others that were cast in this round are void")
            List<KeptVoteV1> kept,

            UUID by,
            String reason,
            Instant requestedAt,
            Instant deadline,
            Instant reroutedAt)
            implements ApprovalMessage {}
}
