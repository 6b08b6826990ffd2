package io.rems.reporting.approvals;

/** What is used of {@code rems.approval.ApprovalDecided.v1}: the verdict is the state. */
public record ApprovalDecided(String verdict) {}
