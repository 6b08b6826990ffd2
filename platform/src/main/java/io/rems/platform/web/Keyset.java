package io.rems.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    String orderBy() {
        return keys.stream().map(Key::order).collect(Collectors.joining(", "));
    }

    After after(List<@Nullable Object> values) {
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
        var columns = keys.stream().map(key -> key.column().column()).collect(Collectors.joining(", "));
        var last = IntStream.range(0, keys.size()).mapToObj(Keyset::parameter).collect(Collectors.joining(", "));
        return "(" + columns + (keys.getFirst().descending() ? ") < (" : ") > (") + last + ")";
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
