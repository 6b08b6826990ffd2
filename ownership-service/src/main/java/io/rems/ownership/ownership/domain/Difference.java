package io.rems.ownership.ownership.domain;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.rems.platform.Share;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Compares what is held, and on which terms; under which id it is recorded does not count. */
final class Difference {

    private record Held(Holder holder, HoldingType type, String share, Terms terms) {}

    private Difference() {}

    /** From the first to the last day that differs; all days concerned, where none does. */
    static Validity between(List<OwnershipPeriod> before, List<OwnershipPeriod> after) {
        var stretches =
                Stretches.of(Stream.concat(before.stream(), after.stream()).toList());
        var differing = stretches.stream()
                .filter(days -> !held(before, days).equals(held(after, days)))
                .toList();
        var told = differing.isEmpty() ? stretches : differing;
        return new Validity(told.getFirst().from(), told.getLast().to());
    }

    /** Who holds more on some day than before. */
    static Set<UUID> receivers(List<OwnershipPeriod> before, List<OwnershipPeriod> after) {
        return Stretches.of(Stream.concat(before.stream(), after.stream()).toList()).stream()
                .flatMap(days -> {
                    var had = shares(before, days);
                    return shares(after, days).entrySet().stream()
                            .filter(has -> has.getValue().isMoreThan(had.getOrDefault(has.getKey(), Share.NONE)))
                            .map(Map.Entry::getKey);
                })
                .collect(toSet());
    }

    private static Map<UUID, Share> shares(List<OwnershipPeriod> periods, Validity days) {
        return periods.stream()
                .filter(period -> period.validity().covers(days.from()))
                .collect(toMap(period -> period.holder().ownerId(), OwnershipPeriod::share, Share::plus));
    }

    private static Map<Held, Long> held(List<OwnershipPeriod> periods, Validity days) {
        return periods.stream()
                .filter(period -> period.validity().covers(days.from()))
                .map(period ->
                        new Held(period.holder(), period.type(), period.share().toString(), period.terms()))
                .collect(groupingBy(held -> held, counting()));
    }
}
