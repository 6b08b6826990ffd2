package io.rems.reporting.approvals;

import java.time.Instant;

/** What is used of {@code rems.approval.ApprovalEscalated.v1}. */
public record ApprovalEscalated(Instant escalatedAt) {}
