package io.rems.firm.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A page of a firm's people costs the same in a firm of a hundred and in one of ten thousand, wherever it is. */
@RemsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeoplePlanTest {
    private static final FirmId LARGE = new FirmId(UUID.fromString("99999999-0000-7000-8000-000000000001"));
    private static final String PEOPLE = "SELECT * FROM ("
            + R2dbcColleagues.OF_FIRM.replace(":firm", "'" + LARGE + "'").replace(":now", "now()") + ") listed";
    private static final String IN_ORDER = " ORDER BY name, assignment_id LIMIT 51";

    @Autowired
    private TestDatabase database;

    /** A tenth of what REMS is made for: a thousand firms, ten thousand users, a hundred thousand assignments. */
    @BeforeAll
    void oneLargeFirmBesideManySmallOnes() throws SQLException {
        try (var worker = database.asWorker()) {
            run(worker, """
                    INSERT INTO firm (firm_id, name, email, currency, time_zone, status, created_at, version)
                    SELECT ('99999999-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Peopled ' || n,
                           n || '@peopled.example', 'KWD', 'Asia/Kuwait', 'ACTIVE', now(), 1 FROM generate_series(1, 1000) n""");
            run(worker, """
                    INSERT INTO portal_user (id, email, email_key, name, language, status, platform_administrator, created_at, version)
                    SELECT ('99999999-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, n || '@peopled.example', n || '@peopled.example',
                           'Peopled ' || lpad(n::text, 5, '0'), 'en', CASE WHEN n % 1000 = 0 THEN 'DISABLED' ELSE 'ACTIVE' END, false, now(), 1
                      FROM generate_series(1, 10000) n""");
            run(worker, """
                    INSERT INTO assignment (firm_id, id, user_id, role, access_level, since, version,
                                            user_name, user_email, user_language, user_status)
                    SELECT ('99999999-0000-7000-8000-' || lpad((CASE k WHEN 0 THEN 1 ELSE 2 + (n * 7 + k) % 999 END)::text, 12, '0'))::uuid,
                           gen_random_uuid(), ('99999999-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid,
                           CASE WHEN n % 1000 = 0 THEN 'ADMIN' ELSE 'STAFF' END, 'STANDARD', now(), 1,
                           'Peopled ' || lpad(n::text, 5, '0'), n || '@peopled.example', 'en',
                           CASE WHEN n % 1000 = 0 THEN 'DISABLED' ELSE 'ACTIVE' END
                      FROM generate_series(1, 10000) n, generate_series(0, 9) k""");
        }
        try (var owner = database.asOwner()) {
            run(owner, "ANALYZE firm, portal_user, assignment, assignment_word");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " WHERE (name, assignment_id) > ('Peopled 07', '00000000-0000-0000-0000-000000000000')",
                " WHERE role = 'ADMIN'",
                " WHERE stored_status = 'DISABLED'",
                " WHERE role = 'STAFF' AND (name, assignment_id) > ('Peopled 07', '00000000-0000-0000-0000-000000000000')"
            })
    void pageOfALargeFirmReadsLittleMoreThanItsRows(String condition) throws SQLException {
        try (var firm = database.asApp(LARGE)) {
            var plan = text(firm, "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) " + PEOPLE + condition + IN_ORDER);

            assertThat(plan).doesNotContain("Seq Scan on assignment", "Seq Scan on portal_user", "Sort Key");
            assertThat(plan).containsPattern("Limit .*rows=(51|10)\\.00");
            assertThat(buffers(plan)).as(plan).isLessThan(3000);
        }
    }

    @Test
    void everyOtherOrderHasItsIndexToo() throws SQLException {
        try (var firm = database.asApp(LARGE)) {
            for (var order :
                    new String[] {"email, assignment_id", "since, assignment_id", "since DESC, assignment_id DESC"}) {
                assertThat(text(firm, "EXPLAIN " + PEOPLE + " ORDER BY " + order + " LIMIT 51"))
                        .doesNotContain("Seq Scan on assignment", "Sort Key");
            }
        }
    }

    @Test
    void wordIsLookedForAmongTheWordsOfTheFirm() throws SQLException {
        try (var firm = database.asApp(LARGE)) {
            var plan = text(
                    firm,
                    "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) SELECT assignment_id FROM assignment_word WHERE firm_id = '"
                            + LARGE + "' AND word >= '777' AND word < '777z' LIMIT 5001");

            assertThat(plan).contains("assignment_by_word").doesNotContain("Seq Scan");
            assertThat(buffers(plan)).as(plan).isLessThan(50);
        }
    }

    @Test
    void pageOfPeopleWithARareWordReadsTheseOnly() throws SQLException {
        try (var firm = database.asApp(LARGE)) {
            var found = text(
                            firm,
                            "SELECT string_agg(quote_literal(assignment_id), ',') FROM assignment_word WHERE word BETWEEN '77' AND '78'")
                    .strip();
            var plan = text(
                    firm,
                    "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) " + PEOPLE + " WHERE assignment_id = ANY(ARRAY[" + found
                            + "]::uuid[])" + IN_ORDER);

            assertThat(plan).doesNotContain("Seq Scan on assignment", "Seq Scan on portal_user");
            assertThat(plan).containsPattern("Limit .*rows=51\\.00");
            assertThat(buffers(plan)).as(plan).isLessThan(3000);
        }
    }

    @Test
    void pageOfPeopleWithACommonWordIsReadInItsOrder() throws SQLException {
        var holds =
                " WHERE (SELECT true FROM assignment_word WHERE assignment_id = listed.assignment_id AND firm_id = '"
                        + LARGE + "' AND word >= 'people' AND word < 'peoplez' LIMIT 1)";
        try (var firm = database.asApp(LARGE)) {
            var plan = text(firm, "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) " + PEOPLE + holds + IN_ORDER);

            assertThat(plan).doesNotContain("Seq Scan", "Sort Key");
            assertThat(plan).containsPattern("Limit .*rows=51\\.00");
            assertThat(buffers(plan)).as(plan).isLessThan(3000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"role = 'ADMIN'", "stored_status = 'DISABLED'", "firm", "firm and role", "status and role"})
    void listOfAllUsersByRoleFirmAndStatusScansNothing(String filter) throws SQLException {
        var inFirm = "id IN (SELECT user_id FROM assignment WHERE firm_id = '" + LARGE + "' AND ended_at IS NULL%s)";
        var hasRole =
                "EXISTS (SELECT FROM assignment a WHERE a.user_id = listed.id AND a.ended_at IS NULL AND a.role = 'ADMIN')";
        var condition = switch (filter) {
            case "role = 'ADMIN'" -> hasRole;
            case "firm" -> inFirm.formatted("");
            case "firm and role" -> inFirm.formatted(" AND role = 'ADMIN'");
            case "status and role" -> hasRole + " AND stored_status = 'DISABLED'";
            default -> filter;
        };
        try (var worker = database.asWorker()) {
            assertThat(text(
                            worker,
                            "EXPLAIN SELECT * FROM (" + R2dbcUserLists.ALL + ") listed WHERE " + condition
                                    + " ORDER BY name, id LIMIT 51"))
                    .doesNotContain("Seq Scan on assignment", "Seq Scan on portal_user");
        }
    }

    /** Pages touched by the whole statement: its first line about them. */
    private static int buffers(String plan) {
        var found =
                Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?").matcher(plan);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1)) + (found.group(2) == null ? 0 : Integer.parseInt(found.group(2)));
    }

    private static String text(Connection connection, String query) throws SQLException {
        var lines = new StringBuilder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        return lines.toString();
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
