package io.rems.platform.web;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How a list is narrowed to what is looked for.
 *
 * @param page for rows in order, of which the first are wanted
 * @param count the same for all of them at once
 */
record Search(UnaryOperator<Selection> page, UnaryOperator<Selection> count) {
    static final Search EVERYTHING = both(UnaryOperator.identity());
    static final Search NOTHING = both(selection -> selection.and("FALSE"));

    static Search both(UnaryOperator<Selection> narrowed) {
        return new Search(narrowed, narrowed);
    }

    /** Rows with this text in one of the columns, in either case. */
    static Search anywhere(List<String> columns, String q) {
        var pattern = q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        var condition =
                columns.stream().map(column -> column + " ILIKE :q").collect(Collectors.joining(" OR ", "(", ")"));
        return both(selection -> selection.and(condition).with(Map.of("q", "%" + pattern + "%")));
    }
}
