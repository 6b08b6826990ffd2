package io.rems.ownership.ownership.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days from the first one to the day before {@code to}; without {@code to} for as long as nobody ends it. */
public record Validity(LocalDate from, @Nullable LocalDate to) {

    public Validity {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("The end must come after the first day");
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && endsAfter(day);
    }

    public boolean endsAfter(LocalDate day) {
        return to == null || to.isAfter(day);
    }

    public Validity endingOn(LocalDate day) {
        return new Validity(from, day);
    }
}
