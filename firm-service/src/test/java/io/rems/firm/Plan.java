package io.rems.firm;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.FirmId;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** How PostgreSQL has answered a statement, in the form in which the service sends it: it learns the firm by running it. */
public record Plan(String text) {
    private static final String IN_ONE_ROUND_TRIP = """
            EXPLAIN (ANALYZE, BUFFERS, TIMING OFF)
            WITH rems_scope AS MATERIALIZED (SELECT set_config('rems.firm_id', '%s', true) AS firm)
            SELECT answer.* FROM rems_scope, LATERAL (%s) answer""";

    private static final Pattern PAGES = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    public static Plan of(TestDatabase database, FirmId firm, String select) throws SQLException {
        try (var connection = database.asApp(firm)) {
            return new Plan(read(
                    connection,
                    IN_ONE_ROUND_TRIP.formatted(
                            firm,
                            select.replace(":firm", "rems_scope.firm::uuid").replace(":now", "now()"))));
        }
    }

    public static String read(Connection connection, String query) throws SQLException {
        var lines = new StringBuilder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        return lines.toString();
    }

    /** Pages touched by the whole statement: its first line about them. */
    public int pages() {
        var found = PAGES.matcher(text);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1)) + (found.group(2) == null ? 0 : Integer.parseInt(found.group(2)));
    }

    @Override
    public String toString() {
        return text;
    }
}
