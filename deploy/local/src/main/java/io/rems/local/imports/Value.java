package io.rems.local.imports;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request says in one place, from one or several columns of a row. */
interface Value {

    /** All that it reads; the file must have them. */
    List<String> columns();

    /**
     * Null where the row has nothing to say.
     *
     * @throws BadCell if a column says something that cannot be
     */
    @Nullable
    Object of(Row row);

    default Value required() {
        return of(columns(), row -> {
            var value = of(row);
            if (value == null) {
                throw new BadCell(columns().getFirst(), "is empty");
            }
            return value;
        });
    }

    /** The other one where this has nothing. */
    default Value or(Value other) {
        var both = Stream.concat(columns().stream(), other.columns().stream()).toList();
        return of(both, row -> {
            var value = of(row);
            return value == null ? other.of(row) : value;
        });
    }

    /** Says in the summary how many rows have this word in the column, and what becomes of it. */
    default Value remarking(String column, String word, String remark) {
        return of(columns(), row -> {
            if (word.equals(row.cell(column))) {
                row.remark(remark);
            }
            return of(row);
        });
    }

    /** What a row makes of it. */
    @FunctionalInterface
    interface Reading {
        @Nullable
        Object of(Row row);
    }

    static Value of(List<String> columns, Reading reading) {
        Objects.requireNonNull(reading);
        return new Value() {
            @Override
            public List<String> columns() {
                return columns;
            }

            @Override
            public @Nullable Object of(Row row) {
                return reading.of(row);
            }
        };
    }
}
