package io.rems.ownership.ownership.web;

import io.rems.platform.problem.InvalidRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days of years with four digits: what lies beyond is a slip of the pen, and no database keeps it. */
final class Days {

    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Days() {}

    static LocalDate known(String field, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new InvalidRequest(field, "OUT_OF_RANGE", "must be between " + FIRST + " and " + LAST);
        }
        return day;
    }

    static @Nullable LocalDate knownIfGiven(String field, @Nullable LocalDate day) {
        return day == null ? null : known(field, day);
    }
}
