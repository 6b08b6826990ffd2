package io.rems.reporting.statistics;

/** The states of a lease in the order in which it can pass through them. */
public enum LeaseState {
    DRAFT,
    ACTIVE,
    ENDED,
    TERMINATED;

    /** Its place among the events that one command appends. */
    public int step() {
        return ordinal() + 1;
    }
}
