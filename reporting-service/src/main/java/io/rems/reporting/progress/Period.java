package io.rems.reporting.progress;

import io.rems.platform.problem.InvalidRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Days from the first to the last, both included, and no more than a report can show. */
public record Period(LocalDate from, LocalDate to) {
    private static final int USUAL = 30;
    private static final int LONGEST = 92;

    public Period {
        if (to.isBefore(from)) {
            throw new InvalidRequest("to", "OUT_OF_RANGE", "must not be before from");
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw new InvalidRequest("from", "OUT_OF_RANGE", "must be at most " + LONGEST + " days before to");
        }
    }

    /** What is not given is the thirty days up to today. */
    public static Period of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        var last = to == null ? today : to;
        return new Period(from == null ? last.minusDays(USUAL - 1L) : from, last);
    }
}
