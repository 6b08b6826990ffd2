package io.rems.local.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A legacy table and the request that each of its rows becomes.
 *
 * @param source the table whose file it is read from: mostly itself
 * @param given the column without which a row has nothing to say here; all rows where it is empty
 * @param key its key column
 * @param collection where rows are posted; names in braces are filled from {@code path}
 * @param item where one can be read, {@code {id}} being the new identifier
 * @param fields of the request, by name
 * @param rules over several rows
 * @param usual what columns without a place in REMS mostly say, so that only what differs is worth a word;
 *     {@link #ANYTHING} where all is said elsewhere
 * @param remark on how rows come in, for the summary
 */
record Table(
        String name,
        String source,
        String given,
        String key,
        String collection,
        String item,
        Map<String, Value> path,
        Map<String, Value> fields,
        List<Supplier<Rule>> rules,
        Map<String, String> usual,
        String remark) {

    static final String ANYTHING = "*";

    static Table of(String name, String key, String collection) {
        return new Table(
                name,
                name,
                "",
                key,
                collection,
                collection + "/{id}",
                Map.of(),
                Map.of(),
                List.of(),
                Map.of("is_active", "t"),
                "");
    }

    /** Read from the file of another table, of which some rows tell of something more. */
    Table within(String table, String column) {
        return new Table(name, table, column, key, collection, item, path, fields, rules, usual, remark);
    }

    Table item(String address) {
        return new Table(name, source, given, key, collection, address, path, fields, rules, usual, remark);
    }

    Table path(String place, Value value) {
        return new Table(
                name, source, given, key, collection, item, with(path, place, value), fields, rules, usual, remark);
    }

    Table field(String field, Value value) {
        return new Table(
                name, source, given, key, collection, item, path, with(fields, field, value), rules, usual, remark);
    }

    Table rule(Supplier<Rule> rule) {
        var more = new ArrayList<>(rules);
        more.add(rule);
        return new Table(name, source, given, key, collection, item, path, fields, List.copyOf(more), usual, remark);
    }

    Table usually(String column, String value) {
        return new Table(
                name, source, given, key, collection, item, path, fields, rules, with(usual, column, value), remark);
    }

    Table remark(String said) {
        return new Table(name, source, given, key, collection, item, path, fields, rules, usual, said);
    }

    String file() {
        return source + ".csv";
    }

    /** Whether the rest of the file's columns are another table's. */
    boolean isPart() {
        return !source.equals(name);
    }

    /** All that its request is made of. */
    Set<String> columns() {
        var columns = new LinkedHashSet<String>();
        columns.add(key);
        path.values().forEach(value -> columns.addAll(value.columns()));
        fields.values().forEach(value -> columns.addAll(value.columns()));
        return columns;
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
