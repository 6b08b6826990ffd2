package io.rems.ownership.ownership.domain;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
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

    private static Map<Held, Long> held(List<OwnershipPeriod> periods, Validity days) {
        return periods.stream()
                .filter(period -> period.validity().covers(days.from()))
                .map(period ->
                        new Held(period.holder(), period.type(), period.share().toString(), period.terms()))
                .collect(groupingBy(held -> held, counting()));
    }
}
