package io.rems.tenant.lease.domain;

import java.time.LocalDate;

/** The days of a lease, the first and the last one included, as people write them into contracts. */
public record LeasePeriod(LocalDate from, LocalDate to) {

    public LeasePeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A lease cannot end on " + to + ", before it begins on " + from);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean overlaps(LeasePeriod other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }

    /** Whether the last day has passed when it is {@code today}. */
    public boolean isOverOn(LocalDate today) {
        return to.isBefore(today);
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
