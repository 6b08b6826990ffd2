package io.rems.firm.firm;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of all firms costs the same whether there are ten of them or ten thousand. */
@RemsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirmListingPlanTest {
    private static final String LISTED = "SELECT * FROM (SELECT " + FirmRow.COLUMNS
            + ", d.search_text, d.email_key FROM firm f JOIN firm_directory d ON d.firm = f.firm_id) listed";

    @Autowired
    private TestDatabase database;

    @BeforeAll
    void tenThousandFirms() throws SQLException {
        try (Connection worker = database.asWorker()) {
            run(worker, """
                    WITH made AS (
                        INSERT INTO firm (firm_id, name, email, currency, time_zone, status, created_at, version)
                        SELECT gen_random_uuid(), 'Planned ' || md5(n::text), n || '@planned.example', 'KWD', 'Asia/Kuwait',
                               CASE WHEN n % 100 = 0 THEN 'SUSPENDED' ELSE 'ACTIVE' END,
                               timestamptz '2020-01-01 00:00Z' + n * interval '1 hour', 1
                          FROM generate_series(1, 10000) n
                        RETURNING firm_id, name, email)
                    INSERT INTO firm_directory (firm, name_key, email_key, search_text)
                    SELECT firm_id, lower(name), email, lower(name) || ' ' || email FROM made""");
        }
        try (Connection owner = database.asOwner()) {
            run(owner, "ANALYZE firm, firm_directory");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ORDER BY name, id LIMIT 51",
                " ORDER BY created_at DESC, id DESC LIMIT 51",
                " WHERE (search_text ILIKE '%77@plan%') ORDER BY name, id LIMIT 51",
                " WHERE (search_text ILIKE '%4777@plan%') ORDER BY name, id LIMIT 51",
                " WHERE status = 'SUSPENDED' ORDER BY name, id LIMIT 51",
                " WHERE industry = 'CONSULTING' ORDER BY name, id LIMIT 51",
                " WHERE email_key = '77@planned.example' ORDER BY name, id LIMIT 51",
                " WHERE ((name, id) > ('Planned 5', '00000000-0000-0000-0000-000000000000')) ORDER BY name, id LIMIT 51"
            })
    void noPageReadsAllFirms(String rest) throws SQLException {
        assertThat(planOf(rest)).doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%77@plan%", "%4777@plan%"})
    void searchIsAnsweredByItsIndex(String pattern) throws SQLException {
        assertThat(planOf(" WHERE (search_text ILIKE '" + pattern + "') ORDER BY name, id LIMIT 51"))
                .contains("firm_directory_search")
                .doesNotContain("Seq Scan");
    }

    private String planOf(String rest) throws SQLException {
        try (Connection worker = database.asWorker();
                var statement = worker.createStatement();
                var rows = statement.executeQuery("EXPLAIN " + LISTED + rest)) {
            var plan = Stream.<String>builder();
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
            return plan.build().collect(Collectors.joining("\n"));
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
