package io.rems.reporting.approvals;

/** What is used of {@code rems.approval.ApprovalVoteCast.v1}. */
public record ApprovalVoteCast(Voter voter, String verdict) {}
