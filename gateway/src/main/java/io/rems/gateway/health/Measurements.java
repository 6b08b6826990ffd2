package io.rems.gateway.health;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What a service measures of itself, in Prometheus' text form. */
record Measurements(String text) {

    /** The sum over all series of a metric; null where there is none. */
    @Nullable
    Long sum(String metric) {
        return rounded(values(metric).reduce(Double::sum));
    }

    private DoubleStream values(String metric) {
        return text.lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .filter(Double::isFinite);
    }

    private static @Nullable Long rounded(OptionalDouble sum) {
        return sum.isPresent() ? Math.round(sum.getAsDouble()) : null;
    }
}
