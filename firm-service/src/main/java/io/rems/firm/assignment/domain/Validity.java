package io.rems.firm.assignment.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When an assignment holds: from a moment on, until another one or for good; exact to what the database keeps. */
public record Validity(Instant from, @Nullable Instant until) {

    public Validity {
        from = from.truncatedTo(ChronoUnit.MICROS);
        until = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("An assignment must end after it begins");
        }
    }

    public static Validity since(Instant from) {
        return new Validity(from, null);
    }

    public boolean hasBegun(Instant at) {
        return !from.isAfter(at);
    }

    public boolean isOver(Instant at) {
        return until != null && !until.isAfter(at);
    }

    boolean isForGood() {
        return until == null;
    }

    boolean overlaps(Validity other) {
        return !isOver(other.from) && !other.isOver(from);
    }
}
