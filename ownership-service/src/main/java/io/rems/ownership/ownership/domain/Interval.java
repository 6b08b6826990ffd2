package io.rems.ownership.ownership.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days on which the same people hold the same shares.
 *
 * @param from absent before the first period of all
 * @param to the first day that is different; absent if none is
 */
public record Interval(@Nullable LocalDate from, @Nullable LocalDate to, Holdings holdings) {

    /** Those of its days that lie in the other. */
    public Optional<Interval> during(Validity days) {
        var begin = from == null || from.isBefore(days.from()) ? days.from() : from;
        var end = to == null || (days.to() != null && days.to().isBefore(to)) ? days.to() : to;
        return end == null || begin.isBefore(end) ? Optional.of(new Interval(begin, end, holdings)) : Optional.empty();
    }
}
