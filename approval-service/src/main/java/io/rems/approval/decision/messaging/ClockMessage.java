package io.rems.approval.decision.messaging;

import io.rems.approval.decision.domain.EscalationCause;
import io.rems.approval.decision.domain.EscalationLevel;
import io.rems.platform.Money;
import io.rems.platform.events.PublishedEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What time brings to requests, and what administrators do about it, as other services read it. */
sealed interface ClockMessage {

    @PublishedEvent(
            type = "rems.approval.ApprovalReminded.v1",
            subject = "expense",
            description = "Those whose word is wanted are reminded: who has not voted, or, once it has escalated, the"
                    + " administrators.")
    record ApprovalRemindedV1(
            UUID expenseId,
            int round,
            UUID propertyId,
            @Nullable String propertyName,
            Money amount,
            String description,
            @Schema(description = "Who is reminded") List<VoterV1> voters,
            boolean escalated,
            Instant deadline,
            @Schema(description = "When it was planned") Instant dueAt,

            @Schema(description = "Whether it was caught up with after down time or a suspension")
            boolean late,

            Instant remindedAt)
            implements ClockMessage {}

    @PublishedEvent(
            type = "rems.approval.ApprovalEscalated.v1",
            subject = "expense",
            description =
                    "Nobody decided in time, or nobody is left who may: administrators may decide too (level 1), or"
                            + " have not either and the platform is told (level 2).")
    record ApprovalEscalatedV1(
            UUID expenseId,
            int round,
            UUID propertyId,
            @Nullable String propertyName,
            Money amount,
            String description,
            @Schema(description = "1, then 2") int level,
            @Schema(description = "Whose turn it is") EscalationLevel to,

            @Schema(description = "NOBODY_ELSE: of those whose votes are wanted nobody is left but who submitted it")
            EscalationCause cause,

            @Schema(description = "Who has not voted; owners still may")
            List<VoterV1> voters,

            Instant deadline,
            @Schema(description = "When it was planned") Instant dueAt,

            @Schema(description = "Whether it was caught up with after down time or a suspension")
            boolean late,

            Instant escalatedAt)
            implements ClockMessage {}

    @PublishedEvent(
            type = "rems.approval.ApprovalPaused.v1",
            subject = "expense",
            description = "The time to decide stands still; votes count all the same.")
    record ApprovalPausedV1(
            UUID expenseId,
            int round,
            UUID propertyId,
            @Nullable String propertyName,
            Money amount,
            String description,
            UUID by,
            String reason,

            @Schema(description = "When it goes on by itself") @Nullable
            Instant until,

            Instant pausedAt)
            implements ClockMessage {}

    @PublishedEvent(
            type = "rems.approval.ApprovalResumed.v1",
            subject = "expense",
            description = "The time to decide goes on: what was still to come is later by the pause.")
    record ApprovalResumedV1(
            UUID expenseId,
            int round,
            UUID propertyId,
            @Nullable String propertyName,
            Money amount,
            String description,

            @Schema(description = "Absent where the pause was to end then") @Nullable
            UUID by,

            @Nullable String reason,
            Instant deadline,
            Instant resumedAt)
            implements ClockMessage {}

    @PublishedEvent(
            type = "rems.approval.ApprovalExtended.v1",
            subject = "expense",
            description = "Those who decide have more time.")
    record ApprovalExtendedV1(
            UUID expenseId,
            int round,
            UUID propertyId,
            @Nullable String propertyName,
            Money amount,
            String description,
            UUID by,
            String reason,
            Instant previousDeadline,
            Instant deadline,
            Instant extendedAt)
            implements ClockMessage {}

    @PublishedEvent(
            type = "rems.approval.ApprovalReassigned.v1",
            subject = "expense",
            description = "Others may vote in the stead of an owner who does not answer; he still may, until they do.")
    record ApprovalReassignedV1(
            UUID expenseId,
            int round,
            UUID propertyId,
            @Nullable String propertyName,
            Money amount,
            String description,
            @Schema(description = "In whose stead") VoterV1 voter,

            @Schema(description = "The user who may; absent: the firm's administrators") @Nullable
            UUID toUserId,

            UUID by,
            String reason,
            Instant reassignedAt)
            implements ClockMessage {}
}
