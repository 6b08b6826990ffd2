package io.rems.approval.decision.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a request; private to the service, the wire has forms of its own. */
public sealed interface ApprovalEvent {

    record ApprovalRequested(Matter matter, Ballot ballot, Instant at, Instant deadline) implements ApprovalEvent {}

    record VoteCast(Matter matter, Seat seat, Vote vote) implements ApprovalEvent {}

    record ApprovalDecided(Matter matter, Ballot ballot, Decision decision) implements ApprovalEvent {}

    /** @param returnsLeft how often it can be given back after this */
    record ApprovalReturned(Matter matter, Remark reason, int returnsLeft) implements ApprovalEvent {}

    record ApprovalWithdrawn(Matter matter, Remark reason) implements ApprovalEvent {}

    record ApprovalRerouted(ApprovalRequest.Open request, Ballot before, Remark reason) implements ApprovalEvent {}

    record ApprovalEscalated(
            Matter matter, Ballot ballot, EscalationLevel level, EscalationCause cause, Instant deadline, Notice notice)
            implements ApprovalEvent {}

    /** @param escalated whether the administrators are reminded, instead of those who have not voted */
    record ApprovalReminded(Matter matter, Ballot ballot, boolean escalated, Instant deadline, Notice notice)
            implements ApprovalEvent {}

    /** @param until when it goes on by itself; absent: when somebody says so */
    record ApprovalPaused(
            Matter matter, Remark reason, @Nullable Instant until) implements ApprovalEvent {}

    /** @param reason absent where the pause was to end then */
    record ApprovalResumed(Matter matter, @Nullable Remark reason, Instant at, Instant deadline)
            implements ApprovalEvent {}

    /** @param seat as it was before: the owner's, for whom somebody else may vote from then on */
    record ApprovalReassigned(Matter matter, Seat seat, Substitute to, Remark reason) implements ApprovalEvent {}

    record ApprovalExtended(Matter matter, Remark reason, Instant previous, Instant deadline)
            implements ApprovalEvent {}
}
