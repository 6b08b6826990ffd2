package io.rems.approval.routing.domain;

/** Who says what holds: the firm by its settings, or one property or owner otherwise than the firm. */
public enum Origin {
    FIRM,
    PROPERTY,
    OWNER
}
