package io.rems.firm.assignment.domain;

/** What can happen to an assignment. */
public enum Change {
    GRANTED,
    /** The user came. */
    ACCEPTED,
    STARTED,
    CHANGED,
    SUSPENDED,
    RESUMED,
    ENDED
}
