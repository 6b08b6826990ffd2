package io.rems.ownership.ownership.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    /** Whether all days of the other one are days of this one. */
    public boolean covers(Validity other) {
        return !other.from.isBefore(from) && (to == null || (other.to != null && !other.to.isAfter(to)));
    }

    public boolean endsAfter(LocalDate day) {
        return to == null || to.isAfter(day);
    }

    public boolean overlaps(Validity other) {
        return endsAfter(other.from) && other.endsAfter(from);
    }

    public Validity endingOn(LocalDate day) {
        return new Validity(from, day);
    }

    /** What is left of it without these days: nothing, one part or two. */
    public List<Validity> without(Validity days) {
        if (!overlaps(days)) {
            return List.of(this);
        }
        var left = new ArrayList<Validity>();
        if (from.isBefore(days.from)) {
            left.add(new Validity(from, days.from));
        }
        if (days.to != null && endsAfter(days.to)) {
            left.add(new Validity(days.to, to));
        }
        return left;
    }
}
