package io.rems.approval.decision.domain;

import java.time.Duration;
import java.time.Instant;

/** How much a pending approval presses. */
public enum Urgency {
    OVERDUE,
    DUE_SOON,
    NORMAL;

    /** How long before its deadline something is due soon. */
    public static final Duration SOON = Duration.ofHours(24);

    public static Urgency of(Instant deadline, Instant now) {
        if (!now.isBefore(deadline)) {
            return OVERDUE;
        }
        return Duration.between(now, deadline).compareTo(SOON) < 0 ? DUE_SOON : NORMAL;
    }
}
