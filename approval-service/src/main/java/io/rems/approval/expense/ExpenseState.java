package io.rems.approval.expense;

/** All states of an expense; those after routing are the approval's to change. */
public enum ExpenseState {
    DRAFT,
    SUBMITTED,
    ROUTING,
    PENDING,
    ESCALATED,
    APPROVED,
    REJECTED
}
