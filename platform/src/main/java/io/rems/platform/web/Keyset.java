package io.rems.platform.web;

import io.r2dbc.spi.Row;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order that is never ambiguous, because it ends with the id, and the condition for what comes after a row in it.
 * Unlike an offset, a page then costs the same wherever it is, and rows that come and go shift nothing.
 */
record Keyset(List<Key> keys) {

    /** A column and its direction. */
    record Key(SortColumn column, boolean descending) {

        private String order() {
            var direction = descending ? " DESC" : "";
            return column.column() + direction + (descending && column.nullable() ? " NULLS LAST" : "");
        }

        private String after(int i, @Nullable Object value) {
            if (value == null) {
                return "FALSE";
            }
            var beyond = column.column() + (descending ? " < " : " > ") + parameter(i);
            return column.nullable() ? "(" + beyond + " OR " + column.column() + " IS NULL)" : beyond;
        }

        private String same(int i, @Nullable Object value) {
            return value == null ? column.column() + " IS NULL" : column.column() + " = " + parameter(i);
        }
    }

    /** What the statement adds, and what to bind. */
    record After(String condition, Map<String, Object> parameters) {}

    /** As a client would ask for it; a cursor is good for this order only. */
    String text() {
        return keys.stream()
                .map(key -> new Sort(key.column().field(), key.descending()).toString())
                .collect(Collectors.joining(","));
    }

    String orderBy() {
        return keys.stream().map(Key::order).collect(Collectors.joining(", "));
    }

    Stream<String> columns() {
        return keys.stream().map(key -> key.column().column());
    }

    /** Where a row stands in this order, as a cursor carries it. */
    List<@Nullable String> keysOf(Row row) {
        var found = new ArrayList<@Nullable String>();
        keys.forEach(key -> found.add(key.column().keyIn(row)));
        return found;
    }

    /** What comes after the page that ended so. */
    After after(String cursor) {
        return after(values(Cursor.read(cursor, text(), keys.size())));
    }

    private List<@Nullable Object> values(Cursor cursor) {
        var values = new ArrayList<@Nullable Object>();
        try {
            for (int i = 0; i < cursor.keys().size(); i++) {
                var text = cursor.keys().get(i);
                var column = keys.get(i).column();
                if (text == null && !column.nullable()) {
                    throw Cursor.malformed();
                }
                values.add(text == null ? null : column.parse(text));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Cursor.malformed();
        }
        return values;
    }

    private After after(List<@Nullable Object> values) {
        var parameters = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value != null) {
                parameters.put("after" + i, value);
            }
        }
        return new After(isOneDirection() ? afterRow() : afterEach(values), parameters);
    }

    /** Such a comparison is one range of an index. */
    private boolean isOneDirection() {
        return keys.stream().noneMatch(key -> key.column().nullable())
                && keys.stream().map(Key::descending).distinct().count() == 1;
    }

    private String afterRow() {
        var last = IntStream.range(0, keys.size()).mapToObj(Keyset::parameter).collect(Collectors.joining(", "));
        return "(" + columns().collect(Collectors.joining(", "))
                + (keys.getFirst().descending() ? ") < (" : ") > (") + last + ")";
    }

    private String afterEach(List<@Nullable Object> values) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> IntStream.rangeClosed(0, i)
                        .mapToObj(j -> j < i
                                ? keys.get(j).same(j, values.get(j))
                                : keys.get(j).after(j, values.get(j)))
                        .collect(Collectors.joining(" AND ")))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String parameter(int i) {
        return ":after" + i;
    }
}
