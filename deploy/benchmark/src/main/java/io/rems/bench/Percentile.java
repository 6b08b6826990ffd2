package io.rems.bench;

import java.util.Collection;

/** The value that so many percent of all do not exceed. */
final class Percentile {

    private Percentile() {}

    static double of(Collection<Double> values, int percent) {
        var sorted = values.stream().sorted().toList();
        var rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
