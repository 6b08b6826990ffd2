package io.rems.reporting.approvals;

/** What is used of {@code rems.approval.VoteCast.v1}. */
public record VoteCast(Voter voter, String verdict) {}
