package io.rems.local.imports;

import static io.rems.local.imports.Values.joined;
import static io.rems.local.imports.Values.money;
import static io.rems.local.imports.Values.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Expenses that the old books decided on come in with that decision, past the rules of REMS; the others are drafts. How
 * they were paid is kept in words.
 */
final class Expenses {

    private static final String AMOUNT = "amount";
    private static final String STATUS = "payment_status";
    private static final String BY = "approved_by";
    private static final String ON = "approved_date";
    private static final String DAY = "expense_date";
    private static final int DAY_LENGTH = 10;
    private static final String NOBODY = "nobody whom the legacy database names";
    private static final Value DESCRIPTION = text("description", 1000).required();
    private static final Value PAST = joined(", ", STATUS, "payment_method", "payment_reference", "notes");

    private static final Map<String, String> VERDICTS = Map.of(
            "approved", "APPROVED",
            "paid", "APPROVED",
            "rejected", "REJECTED",
            "declined", "REJECTED");

    private Expenses() {}

    static Value amount() {
        var amount = money(AMOUNT, "currency").required();
        return Value.of(amount.columns(), row -> {
            var money = amount.of(row);
            if (money instanceof Money some && some.value().signum() == 0) {
                throw new BadCell(AMOUNT, "an expense is more than nothing");
            }
            return money;
        });
    }

    static Value description() {
        var columns = Stream.of(DESCRIPTION, PAST)
                .flatMap(value -> value.columns().stream())
                .toList();
        return Value.of(List.copyOf(columns), row -> {
            var past = PAST.of(row);
            return past == null ? DESCRIPTION.of(row) : "%s (legacy: %s)".formatted(DESCRIPTION.of(row), past);
        });
    }

    /** The collection that the row is posted to. */
    static Value way() {
        return Value.of(List.of(STATUS), row -> verdict(row).isPresent() ? "expenses/imports" : "expenses");
    }

    /** As the old books have it: who and when; where they do not name a day, that of the expense. */
    static Value decision() {
        return Value.of(
                List.of(STATUS, BY, ON),
                row -> verdict(row)
                        .map(verdict -> Map.of("verdict", verdict, "by", by(row), "on", on(row)))
                        .orElse(null));
    }

    private static Optional<String> verdict(Row row) {
        return Optional.ofNullable(row.cell(STATUS)).map(status -> VERDICTS.get(status.toLowerCase(Locale.ROOT)));
    }

    private static String by(Row row) {
        var key = row.cell(BY);
        return key == null ? NOBODY : row.user(key);
    }

    private static LocalDate on(Row row) {
        var text = row.cell(ON);
        return text == null ? day(DAY, row.known(DAY)) : day(ON, text);
    }

    /** What comes after the day is its time. */
    private static LocalDate day(String column, String text) {
        try {
            return LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length())));
        } catch (DateTimeException e) {
            throw new BadCell(column, "\"" + text + "\" does not begin with a date such as 2026-11-30");
        }
    }
}
