package io.rems.approval.routing.domain;

/** How much an expense presses. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
