package io.rems.reporting.statistics;

import io.r2dbc.spi.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What there is of everything, in one firm or in all.
 *
 * @param users people with a role in the firm
 * @param tenants people and companies that rent or rented
 */
record Counts(long properties, Units units, long owners, long tenants, ByKind users, ByKind leases, ByKind expenses) {

    /** @param occupancyPercent none where there are no units */
    record Units(long total, long occupied, @Nullable String occupancyPercent) {

        static Units of(long total, long occupied) {
            return new Units(total, occupied, total == 0 ? null : percent(occupied, total));
        }

        private static String percent(long part, long whole) {
            return BigDecimal.valueOf(part)
                    .movePointRight(2)
                    .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                    .toPlainString();
        }
    }

    /** A total and what it is made of: roles of users, states of leases and expenses. */
    record ByKind(long total, SortedMap<String, Long> by) {

        static ByKind of(String prefix, Map<String, Long> tallies) {
            var by = new TreeMap<String, Long>();
            tallies.forEach((measure, amount) -> {
                if (measure.startsWith(prefix) && amount != 0) {
                    by.put(measure.substring(prefix.length()), amount);
                }
            });
            return new ByKind(by.values().stream().mapToLong(Long::longValue).sum(), by);
        }
    }

    /** Reads the columns {@code measures}, {@code amounts} and {@code occupied}. */
    static Counts of(Row row) {
        return of(tallies(row), Objects.requireNonNullElse(row.get("occupied", Long.class), 0L));
    }

    static Map<String, Long> tallies(Row row) {
        var measures = row.get("measures", String[].class);
        var amounts = row.get("amounts", Long[].class);
        var tallies = new HashMap<String, Long>();
        if (measures != null && amounts != null) {
            for (int i = 0; i < measures.length; i++) {
                tallies.put(measures[i], amounts[i]);
            }
        }
        return tallies;
    }

    private static Counts of(Map<String, Long> tallies, long occupied) {
        return new Counts(
                tallies.getOrDefault("property", 0L),
                Units.of(tallies.getOrDefault(R2dbcOpenUnits.MEASURE, 0L), occupied),
                tallies.getOrDefault("owner", 0L),
                tallies.getOrDefault("tenant", 0L),
                ByKind.of("user.", tallies),
                ByKind.of("lease.", tallies),
                ByKind.of("expense.", tallies));
    }
}
