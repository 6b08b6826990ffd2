package io.rems.platform.web;

import io.r2dbc.spi.Row;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.InvalidRequest;
import java.util.List;
import java.util.function.Function;
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
    private final Orders orders = new Orders();
    private Selection selection;
    private List<String> searchable = List.of();
    private @Nullable WordIndex words;

    private Listing(FirmSql sql, String select) {
        this.sql = sql;
        this.selection = Selection.of(select);
    }

    public static Listing of(FirmSql sql, String select) {
        return new Listing(sql, select);
    }

    /** A field of the view that may be sorted by, and its column, which is never null. */
    public Listing sortable(String field, String column, Class<?> type) {
        orders.add(new SortColumn(field, column, type, false));
        return this;
    }

    /** The same for a column that may be null; rows without a value come last. */
    public Listing sortableNullable(String field, String column, Class<?> type) {
        orders.add(new SortColumn(field, column, type, true));
        return this;
    }

    /** Text columns in which {@code q} is looked for, anywhere and in either case. */
    public Listing searchable(String... columns) {
        searchable = List.of(columns);
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
        orders.usually(List.of(sort.split(",")).stream().map(Sort::read).toList());
        return this;
    }

    /** The column that makes the order unique, where it is not {@code id}. */
    public Listing identifiedBy(String column, Class<?> type) {
        orders.identifyBy(new SortColumn(column, column, type, false));
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
        selection = selection.and("(" + condition + ")").with(parameter, value);
        return this;
    }

    /** The same condition only where there is a value, that is, where it was asked for. */
    public Listing whereGiven(String condition, String parameter, @Nullable Object value) {
        return value == null ? this : where(condition, parameter, value);
    }

    /**
     * Only rows that meet one of these, and none meets two: each is read by its own index, in order and as far as the page
     * goes, where an OR would read all rows.
     */
    public Listing either(String... conditions) {
        selection = selection.either(List.of(conditions));
        return this;
    }

    /** A named parameter of the select itself. */
    public Listing bind(String parameter, Object value) {
        selection = selection.with(parameter, value);
        return this;
    }

    public <T> Mono<Page<T>> page(ListQuery query, Function<Row, T> row) {
        var order = orders.asked(query.sort());
        var asked = after(query.cursor(), order);
        return search(query, asked, order)
                .flatMap(search -> rows(search.page().apply(asked), order, query, row)
                        .flatMap(found -> query.count()
                                ? total(search).map(total -> page(found, order, query, total))
                                : Mono.just(page(found, order, query, null))));
    }

    private record Keyed<T>(T item, List<@Nullable String> keys) {}

    private static <T> Page<T> page(List<Keyed<T>> found, Keyset order, ListQuery query, @Nullable Long total) {
        var more = found.size() > query.limit();
        var shown = more ? found.subList(0, query.limit()) : found;
        var next = more ? new Cursor(order.text(), shown.getLast().keys()).written() : null;
        return new Page<>(shown.stream().map(Keyed::item).toList(), next, total);
    }

    private Selection after(@Nullable String cursor, Keyset order) {
        if (cursor == null) {
            return selection;
        }
        var after = order.after(cursor);
        return selection.and(after.condition()).with(after.parameters());
    }

    private Mono<Search> search(ListQuery query, Selection asked, Keyset order) {
        var q = query.q();
        if (q == null) {
            return Mono.just(Search.EVERYTHING);
        }
        if (words != null) {
            return new WordSearch(sql, words).of(q, asked, order, query.limit() + 1);
        }
        if (searchable.isEmpty()) {
            throw new InvalidRequest("q", "NOT_SEARCHABLE", "this list cannot be searched");
        }
        return Mono.just(Search.anywhere(searchable, q));
    }

    private <T> Mono<List<Keyed<T>>> rows(Selection asked, Keyset order, ListQuery query, Function<Row, T> row) {
        var limit = words == null ? " LIMIT :rows" : WordSearch.LIMIT.formatted("rows");
        return asked.with("rows", query.limit() + 1)
                .statement(sql, "*", " ORDER BY " + order.orderBy() + limit)
                .list(found -> new Keyed<>(row.apply(found), order.keysOf(found)));
    }

    private Mono<Long> total(Search search) {
        return search.count()
                .apply(selection)
                .statement(sql, "count(*) AS total", "")
                .list(row -> row.get("total", Long.class))
                .map(totals -> totals.stream().reduce(0L, Long::sum));
    }
}
