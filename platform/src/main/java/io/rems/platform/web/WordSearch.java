package io.rems.platform.web;

import io.rems.platform.database.FirmSql;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/**
 * Finds the rows in which each word that is looked for begins one. Where one of them is in few rows, the list reads those
 * only; where all are in many, it is read in its order and soon has its page. Which of the two is counted and not estimated:
 * statistics know nothing of one firm among thousands.
 */
record WordSearch(FirmSql sql, WordIndex index) {
    /** A word is rare up to so many places in a firm. */
    static final int RARE = 5_000;

    /** No text that begins with a word comes after the word with this. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /**
     * What the list adds to its conditions, and binds.
     *
     * @param page for rows in order, of which the first are wanted
     * @param count the same for all of them at once
     */
    record Condition(String page, String count, Map<String, Object> parameters) {
        static final Condition NOTHING = new Condition("FALSE", "FALSE", Map.of());
    }

    private record Hits(int word, long many) {}

    Mono<Condition> of(String q) {
        var words = SearchWords.of(q);
        return words.isEmpty() ? Mono.just(Condition.NOTHING) : hits(words).map(hits -> condition(words, hits));
    }

    /** Of each word in how many places it is, counted to a little more than what is rare. */
    private Mono<List<Hits>> hits(List<String> words) {
        return sql.sql("""
                        SELECT asked.place, (SELECT count(*) FROM (SELECT FROM %s WHERE %s LIMIT :most) hit) AS many
                          FROM unnest(:least, :beyond) WITH ORDINALITY AS asked (least, beyond, place)""".formatted(index.table(), range("asked.least", "asked.beyond")))
                .bind("least", words.toArray(String[]::new))
                .bind("beyond", words.stream().map(word -> word + LAST).toArray(String[]::new))
                .bind("most", RARE + 1)
                .list(row -> new Hits(row.get("place", Long.class).intValue() - 1, row.get("many", Long.class)));
    }

    private Condition condition(List<String> words, List<Hits> hits) {
        var rarest = hits.stream().min(Comparator.comparing(Hits::many)).orElseThrow();
        var parameters = new LinkedHashMap<String, Object>();
        for (int i = 0; i < words.size(); i++) {
            parameters.put("least" + i, words.get(i));
            parameters.put("beyond" + i, words.get(i) + LAST);
        }
        return new Condition(
                all(words, i -> i == rarest.word() && rarest.many() <= RARE ? isOneOf(i) : holds(i)),
                all(words, i -> "%s IN (%s)".formatted(index.column(), rows(i))),
                parameters);
    }

    private static String all(List<String> words, IntFunction<String> condition) {
        return IntStream.range(0, words.size()).mapToObj(condition).collect(Collectors.joining(" AND "));
    }

    /** All at once, so that they are looked up by their key. */
    private String isOneOf(int word) {
        return "%s = ANY(ARRAY(%s))".formatted(index.column(), rows(word));
    }

    /** As a value and not as EXISTS, which could be turned into a join that reads all rows with the word. */
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
