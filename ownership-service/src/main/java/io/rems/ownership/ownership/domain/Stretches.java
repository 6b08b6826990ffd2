package io.rems.ownership.ownership.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Divides time at every day on which a period begins or ends: within a stretch nobody's share changes. */
public final class Stretches {

    private Stretches() {}

    /** From the first beginning on, in order; the last one has no end, also where nobody holds anything any more. */
    static List<Validity> of(Collection<OwnershipPeriod> periods) {
        return dividing(periods.stream().map(OwnershipPeriod::validity));
    }

    /** The same, where any of these days begin or end. */
    public static List<Validity> dividing(Stream<Validity> validities) {
        var days = new TreeSet<LocalDate>();
        validities.flatMap(Stretches::boundaries).forEach(days::add);
        return days.stream().map(day -> new Validity(day, days.higher(day))).toList();
    }

    /** These days alone, divided. */
    static List<Validity> within(Validity days, Collection<OwnershipPeriod> periods) {
        var inner = new TreeSet<LocalDate>();
        inner.add(days.from());
        periods.stream()
                .flatMap(period -> boundaries(period.validity()))
                .filter(days::covers)
                .forEach(inner::add);
        return inner.stream()
                .map(day -> new Validity(day, inner.higher(day) == null ? days.to() : inner.higher(day)))
                .toList();
    }

    private static Stream<LocalDate> boundaries(Validity validity) {
        return Stream.of(validity.from(), validity.to()).filter(Objects::nonNull);
    }
}
