package io.rems.approval.expense.domain;

/** All states of an expense; from PENDING to REJECTED they are the approval's to change. */
public enum ExpenseState {
    DRAFT,
    SUBMITTED,
    ROUTING,
    PENDING,
    ESCALATED,
    RETURNED,
    WITHDRAWN,
    APPROVED,
    REJECTED,
    PAID,
    VOID
}
