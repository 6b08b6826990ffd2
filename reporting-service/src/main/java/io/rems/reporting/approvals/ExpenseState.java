package io.rems.reporting.approvals;

/** The states of an expense in the order in which it can pass through them. */
public enum ExpenseState {
    DRAFT,
    SUBMITTED,
    PENDING,
    ESCALATED,
    RETURNED,
    WITHDRAWN,
    APPROVED,
    REJECTED,
    PAID,
    VOID;

    /** Its place among the events that one command appends. */
    public int step() {
        return ordinal() + 1;
    }
}
