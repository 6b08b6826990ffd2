package io.rems.firm.assignment.domain;

/** What can happen to an assignment. */
public enum Change {
    GRANTED,
    STARTED,
    CHANGED,
    SUSPENDED,
    RESUMED,
    ENDED
}
