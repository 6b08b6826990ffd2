package io.rems.local.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules that the services keep over several rows, so that a dry run shows what they would refuse. */
final class Rules {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Rules() {}

    /** No two rows with the same values in these columns. */
    static Supplier<Rule> unique(String... columns) {
        return () -> {
            var lines = new HashMap<List<String>, Long>();
            return (row, entry) -> {
                var before =
                        lines.putIfAbsent(Stream.of(columns).map(row::known).toList(), entry.line());
                if (before != null) {
                    var last = columns[columns.length - 1];
                    throw new BadCell(last, "\"%s\" stands in line %d already".formatted(row.cell(last), before));
                }
            };
        };
    }

    /** Nothing ends before it begins. */
    static Supplier<Rule> inOrder(String first, String last) {
        return () -> (row, _) -> {
            var end = row.cell(last);
            if (end != null && LocalDate.parse(end).isBefore(LocalDate.parse(row.known(first)))) {
                throw new BadCell(last, "%s is before the %s %s".formatted(end, first, row.cell(first)));
            }
        };
    }

    /** A type belongs to the category that is named beside it. */
    static Supplier<Rule> typeOfCategory() {
        return () -> (row, entry) -> {
            var type = row.cell("expense_type_id");
            if (type == null) {
                return;
            }
            var category =
                    row.reference("expense_type_id", "expense_types", type).field("categoryId");
            if (!category.equals(entry.field("categoryId"))) {
                throw new BadCell(
                        "expense_type_id",
                        "type %s is not of category %s".formatted(type, row.known("expense_category_id")));
            }
        };
    }

    /** No property is held to more than the whole on any day. */
    static Supplier<Rule> sharesWithinWhole() {
        return () -> {
            var periods = new HashMap<String, List<Held>>();
            return (row, entry) -> {
                var before = periods.computeIfAbsent(row.known("property_id"), _ -> new ArrayList<>());
                var held = Held.of(row, entry);
                held.excess(before).ifPresent(reason -> {
                    throw new BadCell("ownership_percentage", reason);
                });
                before.add(held);
            };
        };
    }

    /** No unit is let twice on one day. */
    static Supplier<Rule> leasesApart() {
        return () -> {
            var active = new HashMap<Object, List<Entry>>();
            return (_, entry) -> {
                if (!"ACTIVE".equals(entry.field("state"))) {
                    return;
                }
                var before = active.computeIfAbsent(entry.field("unitId"), _ -> new ArrayList<>());
                before.stream()
                        .filter(other -> overlap(entry, other))
                        .findFirst()
                        .ifPresent(other -> {
                            throw new BadCell(
                                    "unit_id",
                                    "the unit is let by line %d on some of the days".formatted(other.line()));
                        });
                before.add(entry);
            };
        };
    }

    private static boolean overlap(Entry one, Entry other) {
        return !day(one, "to").isBefore(day(other, "from")) && !day(other, "to").isBefore(day(one, "from"));
    }

    private static LocalDate day(Entry lease, String field) {
        return (LocalDate) lease.field(field);
    }

    private record Held(
            BigDecimal percent, LocalDate from, @Nullable LocalDate to, long line) {

        static Held of(Row row, Entry period) {
            return new Held(
                    new BigDecimal(row.known("ownership_percentage")),
                    day(period, "from"),
                    (LocalDate) period.body().get("to"),
                    period.line());
        }

        private boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }

        /** The whole can be exceeded on a first day of one of them only, if at all. */
        Optional<String> excess(List<Held> others) {
            return Stream.concat(
                            Stream.of(from), others.stream().map(Held::from).filter(this::covers))
                    .flatMap(day -> excess(
                            day,
                            others.stream().filter(other -> other.covers(day)).toList())
                            .stream())
                    .findFirst();
        }

        private Optional<String> excess(LocalDate day, List<Held> with) {
            var total = with.stream().map(Held::percent).reduce(percent, BigDecimal::add);
            return total.compareTo(WHOLE) <= 0
                    ? Optional.empty()
                    : Optional.of("with line %s the shares are %s %% on %s"
                            .formatted(
                                    String.join(
                                            ", ",
                                            with.stream()
                                                    .map(other -> "" + other.line())
                                                    .toList()),
                                    total.toPlainString(),
                                    day));
        }
    }
}
