package io.rems.approval.decision.domain;

import java.time.Instant;

/** What happened to a request; private to the service, the wire has forms of its own. */
public sealed interface ApprovalEvent {

    record ApprovalRequested(Matter matter, Ballot ballot, Instant at, Instant deadline) implements ApprovalEvent {}

    record VoteCast(Matter matter, Seat seat, Vote vote) implements ApprovalEvent {}

    record ApprovalDecided(Matter matter, Ballot ballot, Decision decision) implements ApprovalEvent {}

    /** @param returnsLeft how often it can be given back after this */
    record ApprovalReturned(Matter matter, Remark reason, int returnsLeft) implements ApprovalEvent {}

    record ApprovalWithdrawn(Matter matter, Remark reason) implements ApprovalEvent {}

    record ApprovalRerouted(ApprovalRequest.Open request, Ballot before, Remark reason) implements ApprovalEvent {}

    record ApprovalEscalated(Matter matter, Instant deadline, Instant at) implements ApprovalEvent {}
}
