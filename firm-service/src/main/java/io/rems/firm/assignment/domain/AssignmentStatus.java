package io.rems.firm.assignment.domain;

/** The states of an assignment by the names that others see. */
public enum AssignmentStatus {
    SCHEDULED,
    ACTIVE,
    SUSPENDED,
    ENDED
}
