package io.rems.platform.web;

import io.r2dbc.spi.Row;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.InvalidRequest;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A list that clients page through, made for one request:
 *
 * <pre>{@code
 * Listing.of(sql, "SELECT id, code, name, state FROM property WHERE firm_id = :firm")
 *         .sortable("code", "code", String.class)
 *         .searchable("code", "name")
 *         .filter("state", state)
 *         .orderedBy("code")
 *         .page(query, PropertyRow::of)
 * }</pre>
 *
 * Columns are those that the select gives; {@code id} must be among them, for it makes every order unique. What the
 * client may not ask becomes {@link InvalidRequest}.
 */
public final class Listing {

    private final FirmSql sql;
    private final String select;
    private final Map<String, SortColumn> sortable = new LinkedHashMap<>();
    private final List<String> searchable = new ArrayList<>();
    private @Nullable WordIndex words;
    private WordSearch.@Nullable Condition search;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private SortColumn identity = new SortColumn("id", "id", UUID.class, false);
    private List<Sort> usual = List.of();

    private Listing(FirmSql sql, String select) {
        this.sql = sql;
        this.select = select;
    }

    public static Listing of(FirmSql sql, String select) {
        return new Listing(sql, select);
    }

    /** A field of the view that may be sorted by, and its column, which is never null. */
    public Listing sortable(String field, String column, Class<?> type) {
        sortable.put(field, new SortColumn(field, column, type, false));
        return this;
    }

    /** The same for a column that may be null; rows without a value come last. */
    public Listing sortableNullable(String field, String column, Class<?> type) {
        sortable.put(field, new SortColumn(field, column, type, true));
        return this;
    }

    /** Text columns in which {@code q} is looked for, anywhere and in either case. */
    public Listing searchable(String... columns) {
        searchable.addAll(List.of(columns));
        return this;
    }

    /**
     * For lists that may be very long: rows are found in which each word of {@code q} begins a word, in either case and
     * whatever marks it bears.
     */
    public Listing searchable(WordIndex index) {
        words = index;
        return this;
    }

    /** How the list is sorted where the client does not say: {@code "-dueDate,number"}. */
    public Listing orderedBy(String sort) {
        usual = List.of(sort.split(",")).stream().map(Sort::read).toList();
        return this;
    }

    /** The column that makes the order unique, where it is not {@code id}. */
    public Listing identifiedBy(String column, Class<?> type) {
        identity = new SortColumn(column, column, type, false);
        return this;
    }

    /** Only rows with this value in the column; all rows where the value is null, that is, not asked for. */
    public Listing filter(String column, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var parameter = "filter_" + column;
        return where(column + " = :" + parameter, parameter, value instanceof Enum<?> named ? named.name() : value);
    }

    /** Only rows that meet a condition with one named parameter. */
    public Listing where(String condition, String parameter, Object value) {
        conditions.add("(" + condition + ")");
        parameters.put(parameter, value);
        return this;
    }

    /** The same condition only where there is a value, that is, where it was asked for. */
    public Listing whereGiven(String condition, String parameter, @Nullable Object value) {
        return value == null ? this : where(condition, parameter, value);
    }

    /** A named parameter of the select itself. */
    public Listing bind(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    public <T> Mono<Page<T>> page(ListQuery query, Function<Row, T> row) {
        var keyset = keyset(query.sort().isEmpty() ? usual : query.sort());
        return searched(query.q()).then(Mono.defer(() -> page(query, keyset, row)));
    }

    private <T> Mono<Page<T>> page(ListQuery query, Keyset keyset, Function<Row, T> row) {
        var order = keyset.keys().stream()
                .map(key -> new Sort(key.column().field(), key.descending()).toString())
                .collect(Collectors.joining(","));
        return rows(query, keyset, order, row).flatMap(found -> {
            var more = found.size() > query.limit();
            var shown = more ? found.subList(0, query.limit()) : found;
            var next = more ? new Cursor(order, shown.getLast().keys()).written() : null;
            var items = shown.stream().map(Keyed::item).toList();
            return query.count()
                    ? total().map(total -> new Page<>(items, next, total))
                    : Mono.just(new Page<>(items, next, null));
        });
    }

    private record Keyed<T>(T item, List<@Nullable String> keys) {}

    private <T> Mono<List<Keyed<T>>> rows(ListQuery query, Keyset keyset, String order, Function<Row, T> row) {
        var conditions = new ArrayList<>(this.conditions);
        var parameters = new LinkedHashMap<>(this.parameters);
        if (search != null) {
            conditions.add(search.page());
        }
        if (query.cursor() != null) {
            var after = keyset.after(
                    values(Cursor.read(query.cursor(), order, keyset.keys().size()), keyset));
            conditions.add(after.condition());
            parameters.putAll(after.parameters());
        }
        parameters.put("rows", query.limit() + 1);
        return statement("*", conditions, " ORDER BY " + keyset.orderBy() + " LIMIT :rows", parameters)
                .list(found -> new Keyed<>(row.apply(found), keys(keyset, found)));
    }

    private Mono<Long> total() {
        var conditions = new ArrayList<>(this.conditions);
        if (search != null) {
            conditions.add(search.count());
        }
        return statement("count(*) AS total", conditions, "", parameters)
                .one(row -> row.get("total", Long.class))
                .defaultIfEmpty(0L);
    }

    private FirmSql.Statement statement(
            String columns, List<String> conditions, String rest, Map<String, Object> parameters) {
        var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        var statement = sql.sql("SELECT " + columns + " FROM (" + select + ") listed" + where + rest);
        for (var parameter : parameters.entrySet()) {
            statement = statement.bind(parameter.getKey(), parameter.getValue());
        }
        return statement;
    }

    private Mono<Void> searched(@Nullable String q) {
        if (q == null) {
            return Mono.empty();
        }
        if (words != null) {
            return new WordSearch(sql, words).of(q).doOnNext(this::require).then();
        }
        if (searchable.isEmpty()) {
            throw new InvalidRequest("q", "NOT_SEARCHABLE", "this list cannot be searched");
        }
        var pattern = q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        var condition = searchable.stream().map(column -> column + " ILIKE :q").collect(Collectors.joining(" OR "));
        where(condition, "q", "%" + pattern + "%");
        return Mono.empty();
    }

    private void require(WordSearch.Condition condition) {
        search = condition;
        parameters.putAll(condition.parameters());
    }

    private Keyset keyset(List<Sort> sorts) {
        var keys = new ArrayList<Keyset.Key>();
        for (var sort : sorts) {
            keys.add(new Keyset.Key(column(sort), sort.descending()));
        }
        if (sorts.stream().noneMatch(sort -> sort.field().equals(identity.field()))) {
            keys.add(
                    new Keyset.Key(identity, !sorts.isEmpty() && sorts.getLast().descending()));
        }
        return new Keyset(keys);
    }

    private SortColumn column(Sort sort) {
        var column = sort.field().equals(identity.field()) ? identity : sortable.get(sort.field());
        if (column == null) {
            throw new InvalidRequest(
                    "sort", "UNKNOWN_FIELD", "must be of " + String.join(", ", sortable.keySet()) + ", id");
        }
        return column;
    }

    private static List<@Nullable String> keys(Keyset keyset, Row row) {
        var keys = new ArrayList<@Nullable String>();
        keyset.keys().forEach(key -> keys.add(key.column().keyIn(row)));
        return keys;
    }

    private static List<@Nullable Object> values(Cursor cursor, Keyset keyset) {
        var values = new ArrayList<@Nullable Object>();
        try {
            for (int i = 0; i < cursor.keys().size(); i++) {
                var text = cursor.keys().get(i);
                var column = keyset.keys().get(i).column();
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
}
