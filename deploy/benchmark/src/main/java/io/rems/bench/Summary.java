package io.rems.bench;

import java.util.Collection;
import java.util.Locale;

/** Several measurements of one thing: the middle one, and between which ends all lie. */
record Summary(double median, double least, double most) {

    static Summary of(Collection<Double> values) {
        return new Summary(Percentile.of(values, 50), Percentile.of(values, 0), Percentile.of(values, 100));
    }

    String text(String unit) {
        return "%s (%s–%s) %s"
                .formatted(number(median), number(least), number(most), unit)
                .strip();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
