package io.rems.reporting.portfolio;

import io.rems.platform.Share;
import io.rems.reporting.portfolio.OwnershipChanged.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Who holds how much of a property, over time. */
record OwnershipTable(List<Period> periods) {

    OwnershipTable {
        periods = List.copyOf(periods);
    }

    /** The owners on a day, in a fixed order; what they leave over is the firm's. */
    SortedMap<UUID, Share> on(LocalDate day) {
        var shares = new TreeMap<UUID, Share>();
        periods.stream()
                .filter(period -> covers(period, day))
                .forEach(period -> shares.merge(period.ownerId(), period.share(), Share::plus));
        return shares;
    }

    /** The first day on which the two tables name different owners or shares. */
    Optional<LocalDate> firstDifference(OwnershipTable other) {
        return Stream.of(this, other)
                .flatMap(table -> table.periods.stream())
                .flatMap(period -> Stream.of(period.from(), period.to()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .filter(day -> !on(day).equals(other.on(day)))
                .findFirst();
    }

    private static boolean covers(Period period, LocalDate day) {
        return !day.isBefore(period.from()) && (period.to() == null || day.isBefore(period.to()));
    }
}
