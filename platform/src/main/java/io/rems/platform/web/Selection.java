package io.rems.platform.web;

import io.rems.platform.database.FirmSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a list that are asked for: its select under the name {@code listed}, narrowed by conditions.
 *
 * @param either of which a row meets exactly one; none: all rows
 */
record Selection(String select, List<String> conditions, List<String> either, Map<String, Object> parameters) {

    static Selection of(String select) {
        return new Selection(select, List.of(), List.of(), Map.of());
    }

    Selection and(String condition) {
        return new Selection(select, joined(conditions, condition), either, parameters);
    }

    Selection either(List<String> conditions) {
        return new Selection(select, this.conditions, conditions, parameters);
    }

    Selection with(Map<String, Object> more) {
        var all = new LinkedHashMap<>(parameters);
        all.putAll(more);
        return new Selection(select, conditions, either, all);
    }

    Selection with(String parameter, Object value) {
        return with(Map.of(parameter, value));
    }

    /** Each of several kinds of rows is read by itself, so that each has its own index; then they are put together. */
    String text(String columns, String rest) {
        return either.isEmpty()
                ? text(columns, conditions, rest)
                : either.stream()
                        .map(one -> text(columns, joined(conditions, "(" + one + ")"), rest))
                        .collect(Collectors.joining(") UNION ALL (", "SELECT * FROM ((", ")) listed" + rest));
    }

    private String text(String columns, List<String> conditions, String rest) {
        var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return "SELECT " + columns + " FROM (" + select + ") listed" + where + rest;
    }

    private static List<String> joined(List<String> conditions, String condition) {
        return Stream.concat(conditions.stream(), Stream.of(condition)).toList();
    }

    FirmSql.Statement statement(FirmSql sql, String columns, String rest) {
        return bound(sql.sql(text(columns, rest)));
    }

    /** For a statement of which this one's text is a part. */
    FirmSql.Statement bound(FirmSql.Statement statement) {
        for (var parameter : parameters.entrySet()) {
            statement = statement.bind(parameter.getKey(), parameter.getValue());
        }
        return statement;
    }
}
