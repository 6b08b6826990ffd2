package io.rems.platform.web;

import io.rems.platform.database.FirmSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Finds the rows in which each word that is looked for begins one. Where one of them is in few rows, the list reads those
 * only. Where all are in many, the page is likely near, and a piece of the list is read in its order; where it is not near,
 * because what is looked for stands together far down the list, all rows with the word are gathered at once. Which of
 * these is counted and not estimated: statistics know nothing of one firm among thousands.
 */
record WordSearch(FirmSql sql, WordIndex index) {
    /** A word is rare up to so many places in a firm: to look their rows up one by one costs little. */
    static final int RARE = 1_500;

    /** So many rows are near for each that is wanted: what every twentieth row holds is found there. */
    private static final int NEAR = 20;

    /** As a subselect: where it knows the limit, and takes no firm to have more rows, the planner sorts them all. */
    static final String LIMIT = " LIMIT (SELECT CAST(:%s AS bigint))";

    /** No text that begins with a word comes after the word with this. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private record Hits(int word, long many) {}

    /** How the list finds the rows that {@code q} asks for, of which so many are wanted in this order. */
    Mono<Search> of(String q, Selection asked, Keyset order, int wanted) {
        var words = SearchWords.of(q);
        if (words.isEmpty()) {
            return Mono.just(Search.NOTHING);
        }
        var parameters = new LinkedHashMap<String, Object>();
        for (int i = 0; i < words.size(); i++) {
            parameters.put("least" + i, words.get(i));
            parameters.put("beyond" + i, words.get(i) + LAST);
        }
        return rarest(words)
                .flatMap(rarest -> rarest.many() <= RARE
                        ? Mono.just(Search.both(
                                narrowed(words, i -> i == rarest.word() ? isOneOf(i) : holds(i), parameters)))
                        : near(words, asked.with(parameters), order, wanted)
                                .map(near -> common(near, wanted, narrowed(words, this::isAmong, parameters))));
    }

    private Search common(UUID[] near, int wanted, UnaryOperator<Selection> gathered) {
        return new Search(near.length < wanted ? gathered : these(near), gathered);
    }

    private static UnaryOperator<Selection> narrowed(
            List<String> words, IntFunction<String> condition, Map<String, Object> parameters) {
        return selection -> selection.and(all(words, condition)).with(parameters);
    }

    /** Of each word in how many places it is, counted to a little more than what is rare. */
    private Mono<Hits> rarest(List<String> words) {
        return sql.sql("""
                        SELECT asked.place, (SELECT count(*) FROM (SELECT FROM %s WHERE %s LIMIT :most) hit) AS many
                          FROM unnest(:least, :beyond) WITH ORDINALITY AS asked (least, beyond, place)
                         ORDER BY many, place""".formatted(index.table(), range("asked.least", "asked.beyond")))
                .bind("least", words.toArray(String[]::new))
                .bind("beyond", words.stream().map(word -> word + LAST).toArray(String[]::new))
                .bind("most", RARE + 1)
                .one(row -> new Hits(row.get("place", Long.class).intValue() - 1, row.get("many", Long.class)));
    }

    /** Which of the rows that are wanted stand near the beginning. */
    private Mono<UUID[]> near(List<String> words, Selection asked, Keyset order, int wanted) {
        var columns = Stream.concat(order.columns(), Stream.of(index.column()))
                .distinct()
                .collect(Collectors.joining(", "));
        var inOrder = " ORDER BY " + order.orderBy();
        var nearest = asked.text(columns, inOrder + LIMIT.formatted("nearest"));
        return asked.with("nearest", (long) wanted * NEAR)
                .with("wanted", wanted)
                .bound(sql.sql("SELECT ARRAY(SELECT %s FROM (%s) listed WHERE %s%s LIMIT :wanted) AS near"
                        .formatted(index.column(), nearest, all(words, this::holds), inOrder)))
                .one(row -> row.get("near", UUID[].class));
    }

    /** As a subselect, so that the planner takes them for few and looks them up by their key. */
    private UnaryOperator<Selection> these(UUID[] found) {
        var condition = index.column() + " = ANY(ARRAY(SELECT unnest(:found)))";
        return selection -> selection.and(condition).with("found", found);
    }

    private static String all(List<String> words, IntFunction<String> condition) {
        return IntStream.range(0, words.size()).mapToObj(condition).collect(Collectors.joining(" AND "));
    }

    /** All at once, so that they are looked up by their key. */
    private String isOneOf(int word) {
        return "%s = ANY(ARRAY(%s))".formatted(index.column(), rows(word));
    }

    /** Said so that it cannot be turned into a join, which would be planned for a firm of usual size: read once, and kept. */
    private String isAmong(int word) {
        return "(%s IN (%s)) IS TRUE".formatted(index.column(), rows(word));
    }

    /** As a value and not as EXISTS, for the same reason. */
    private String holds(int word) {
        return "(SELECT true FROM %s WHERE %s = listed.%s AND %s LIMIT 1)"
                .formatted(index.table(), index.row(), index.column(), range(word));
    }

    private String rows(int word) {
        return "SELECT %s FROM %s WHERE %s".formatted(index.row(), index.table(), range(word));
    }

    private static String range(int word) {
        return range(":least" + word, ":beyond" + word);
    }

    private static String range(String least, String beyond) {
        return "firm_id = :firm AND word >= %s AND word < %s".formatted(least, beyond);
    }
}
