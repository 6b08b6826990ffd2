package io.rems.local.imports;

import static io.rems.local.imports.Values.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a property was worth: the legacy database has one amount in the property's row, not always with its day. */
final class Valuations {

    private static final String DAY = "valuation_date";
    private static final String METHOD = "valuation_method";
    private static final Value GIVEN = date(DAY);

    private static final Map<String, String> METHODS = Map.of(
            "income", "INCOME",
            "market", "MARKET_COMPARISON",
            "comparison", "MARKET_COMPARISON",
            "cost", "COST",
            "purchase", "PURCHASE_PRICE");

    private Valuations() {}

    /** Where no day is given, the one on which the row was last written stands for it. */
    static Value day() {
        return Value.of(List.of(DAY), row -> {
            var given = (LocalDate) GIVEN.of(row);
            var today = row.firm().today();
            if (given != null && given.isAfter(today)) {
                throw new BadCell(DAY, "%s lies ahead".formatted(given));
            }
            if (given != null) {
                return given;
            }
            row.remark("a valuation without its day: recorded as of the day on which the row was last written");
            var written = written(row);
            return written == null || written.isAfter(today) ? today : written;
        });
    }

    /** By the first word of it. */
    static Value method() {
        return Value.of(List.of(METHOD), row -> {
            var said = row.cell(METHOD);
            return said == null
                    ? "OTHER"
                    : METHODS.getOrDefault(said.toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0], "OTHER");
        });
    }

    /** What the method says beyond its name. */
    static Value note() {
        return Value.of(List.of(METHOD), row -> row.cell(METHOD));
    }

    private static @Nullable LocalDate written(Row row) {
        var updated = row.cell("updated_at");
        var at = updated == null ? row.cell("created_at") : updated;
        try {
            return at == null ? null : LocalDate.parse(at.split("[ T]", 2)[0]);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
