package io.rems.platform.web;

import io.rems.platform.problem.InvalidRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a client asks of a list; as a controller's parameter it is read from the query parameters {@code limit, cursor,
 * sort, q, count}.
 *
 * @param limit rows in a page, 1 to 200
 * @param cursor {@code next} of the page before
 * @param sort {@code -dueDate,number}; empty: as the list is sorted by itself
 * @param q text to search for
 * @param count whether to count all rows as well, which costs a second query
 */
public record ListQuery(
        int limit,
        @Nullable String cursor,
        List<Sort> sort,
        @Nullable String q,
        boolean count) {

    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final int LONGEST_SEARCH = 100;

    static ListQuery read(MultiValueMap<String, String> parameters) {
        return new ListQuery(
                limit(given(parameters, "limit")),
                given(parameters, "cursor"),
                sort(given(parameters, "sort")),
                search(given(parameters, "q")),
                Boolean.parseBoolean(given(parameters, "count")));
    }

    private static @Nullable String given(MultiValueMap<String, String> parameters, String name) {
        var value = parameters.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new InvalidRequest("limit", "OUT_OF_RANGE", "must be between 1 and " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static List<Sort> sort(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .map(Sort::read)
                        .toList();
    }

    private static @Nullable String search(@Nullable String text) {
        if (text != null && text.length() > LONGEST_SEARCH) {
            throw new InvalidRequest("q", "TOO_LONG", "must have " + LONGEST_SEARCH + " characters at most");
        }
        return text;
    }
}
