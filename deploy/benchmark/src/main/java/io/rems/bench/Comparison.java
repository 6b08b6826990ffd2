package io.rems.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Ways to do the same thing, measured in turn, round after round, so that what disturbs the machine disturbs all of
 * them. The first is the baseline: a ratio is of two neighbours in one round.
 */
final class Comparison {

    private final String title;
    private final String unit;
    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    Comparison(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    void add(String way, double value) {
        measured.computeIfAbsent(way, _ -> new ArrayList<>()).add(value);
    }

    /** As a table of Markdown. */
    void print(PrintStream out) {
        var baseline =
                Objects.requireNonNull(measured.get(measured.keySet().iterator().next()));
        out.printf("%n| %s | median (min–max) | ratio |%n|---|---|---|%n", title);
        measured.forEach((way, values) ->
                out.printf("| %s | %s | %s |%n", way, Summary.of(values).text(unit), ratio(values, baseline)));
    }

    private static String ratio(List<Double> values, List<Double> baseline) {
        if (values == baseline) {
            return "1";
        }
        var ratios = new ArrayList<Double>();
        for (var round = 0; round < values.size(); round++) {
            ratios.add(values.get(round) / baseline.get(round));
        }
        return Summary.of(ratios).text("");
    }
}
