package io.rems.platform.web;

import io.r2dbc.spi.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A column that a list can be sorted by. Rows without a value come last, whichever the direction.
 *
 * @param type of the column's values: String, Integer, Long, Boolean, BigDecimal, UUID, LocalDate or Instant
 */
record SortColumn(String field, String column, Class<?> type, boolean nullable) {

    @Nullable
    String keyIn(Row row) {
        var value = row.get(column, type);
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /** The value that a cursor carries as text; throws if it cannot be one of this column. */
    Object parse(String text) {
        if (type == String.class) {
            return text;
        } else if (type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == Long.class) {
            return Long.valueOf(text);
        } else if (type == Boolean.class) {
            return Boolean.valueOf(text);
        } else if (type == BigDecimal.class) {
            return new BigDecimal(text);
        } else if (type == UUID.class) {
            return UUID.fromString(text);
        } else if (type == LocalDate.class) {
            return LocalDate.parse(text);
        } else if (type == Instant.class) {
            return Instant.parse(text);
        }
        throw new IllegalStateException("Lists cannot be sorted by a " + type);
    }
}
