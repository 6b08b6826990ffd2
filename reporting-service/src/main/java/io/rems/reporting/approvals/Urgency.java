package io.rems.reporting.approvals;

import java.time.Duration;
import java.time.Instant;

/** How pressing a decision is, by its deadline. */
public enum Urgency {
    OVERDUE,
    DUE_SOON,
    NORMAL;

    static final Duration SOON = Duration.ofHours(24);

    static Urgency of(Instant deadline, Instant now) {
        if (deadline.isBefore(now)) {
            return OVERDUE;
        }
        return deadline.isBefore(now.plus(SOON)) ? DUE_SOON : NORMAL;
    }
}
