package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.Moment;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.problem.InvalidRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Days that a register can speak of: what lies before or beyond is a slip of the pen. */
public final class Days {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Days() {}

    public static LocalDate known(String field, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new InvalidRequest(field, "OUT_OF_RANGE", "must be between " + FIRST + " and " + LAST);
        }
        return day;
    }

    public static @Nullable LocalDate knownIfGiven(String field, @Nullable LocalDate day) {
        return day == null ? null : known(field, day);
    }

    public static Validity between(String fromField, LocalDate from, String toField, @Nullable LocalDate to) {
        var begin = known(fromField, from);
        var end = knownIfGiven(toField, to);
        return InvalidRequest.unless(toField, () -> new Validity(begin, end));
    }

    static Moment moment(@Nullable LocalDate asOf, @Nullable Instant knownAt) {
        return new Moment(knownIfGiven("asOf", asOf), instant(knownAt));
    }

    static @Nullable Instant instant(@Nullable Instant knownAt) {
        if (knownAt != null && (knownAt.isBefore(start(FIRST)) || knownAt.isAfter(start(LAST)))) {
            throw new InvalidRequest("knownAt", "OUT_OF_RANGE", "must be between " + FIRST + " and now");
        }
        return knownAt;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
