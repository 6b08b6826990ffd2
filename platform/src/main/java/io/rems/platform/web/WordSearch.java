package io.rems.platform.web;

import io.rems.platform.database.FirmSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/**
 * Finds the rows in which each word that is looked for begins one. Rows with a rare word are named to the list, which then
 * reads those only; where every word is in many rows, the list is read in its order and soon has its page. Which of the two
 * is counted and not estimated: statistics know nothing of one firm among thousands.
 */
record WordSearch(FirmSql sql, WordIndex index) {
    /** A word is rare up to so many places in a firm. */
    static final int RARE = 5_000;

    /** No text that begins with a word comes after the word with this. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final String IN_RANGE = "firm_id = :firm AND word >= %1$s AND word < %2$s";

    /** What the list adds to its conditions, and binds. */
    record Condition(String text, Map<String, Object> parameters) {}

    private record Hit(int word, UUID row) {}

    Mono<Condition> of(String q) {
        var words = SearchWords.of(q);
        return words.isEmpty()
                ? Mono.just(new Condition("FALSE", Map.of()))
                : hits(words).map(hits -> condition(words, hits));
    }

    private Mono<List<Hit>> hits(List<String> words) {
        return sql.sql("""
                        SELECT asked.place, hit.%2$s AS hit
                          FROM unnest(:least, :beyond) WITH ORDINALITY AS asked (least, beyond, place)
                         CROSS JOIN LATERAL (SELECT %2$s FROM %1$s WHERE %3$s LIMIT :most) hit""".formatted(index.table(), index.row(), IN_RANGE.formatted("asked.least", "asked.beyond")))
                .bind("least", words.toArray(String[]::new))
                .bind("beyond", words.stream().map(word -> word + LAST).toArray(String[]::new))
                .bind("most", RARE + 1)
                .list(row -> new Hit(row.get("place", Long.class).intValue() - 1, row.get("hit", UUID.class)));
    }

    private Condition condition(List<String> words, List<Hit> hits) {
        var rows = hits.stream()
                .collect(Collectors.groupingBy(Hit::word, Collectors.mapping(Hit::row, Collectors.toList())));
        var common = IntStream.range(0, words.size())
                .filter(i -> rows.getOrDefault(i, List.of()).size() > RARE)
                .boxed()
                .toList();
        var parts = new ArrayList<String>();
        var parameters = new LinkedHashMap<String, Object>();
        if (common.size() < words.size()) {
            parts.add(index.column() + " = ANY(:found)");
            parameters.put(
                    "found",
                    inAll(IntStream.range(0, words.size())
                            .filter(i -> !common.contains(i))
                            .mapToObj(i -> rows.getOrDefault(i, List.of()))
                            .toList()));
        }
        for (int i : common) {
            parts.add(holds(i));
            parameters.put("least" + i, words.get(i));
            parameters.put("beyond" + i, words.get(i) + LAST);
        }
        return new Condition(String.join(" AND ", parts), parameters);
    }

    private static UUID[] inAll(List<List<UUID>> rows) {
        Set<UUID> found = new HashSet<>(rows.getFirst());
        rows.forEach(found::retainAll);
        return found.toArray(UUID[]::new);
    }

    /** As a value and not as EXISTS, which could be turned into a join that reads all rows with the word. */
    private String holds(int word) {
        return "(SELECT true FROM %s WHERE %s = listed.%s AND %s LIMIT 1)"
                .formatted(
                        index.table(),
                        index.row(),
                        index.column(),
                        IN_RANGE.formatted(":least" + word, ":beyond" + word));
    }
}
