package io.rems.reporting.approvals;

/** What is used of {@code rems.approval.ExpenseImported.v1}: the verdict is the state. */
public record ExpenseImported(String verdict) {}
