package io.rems.firm.assignment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.Plan;
import io.rems.firm.assignment.domain.AssignmentStatus;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The few assignments of a status are found among very many, and a page of the many reads little more than its rows. */
@RemsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssignmentPlanTest {
    private static final FirmId LARGE = new FirmId(UUID.fromString("88888888-0000-7000-8000-000000000001"));
    private static final String IN_ORDER = " ORDER BY name, id LIMIT (SELECT CAST(51 AS bigint))";

    @Autowired
    private TestDatabase database;

    /** Ten thousand present ones, of which every thousandth is suspended or still to come, and ten that have ended. */
    @BeforeAll
    void oneLargeFirm() throws SQLException {
        try (var worker = database.asWorker()) {
            run(worker, """
                    INSERT INTO firm (firm_id, name, email, currency, time_zone, status, created_at, version)
                    VALUES ('%s', 'Planned large', 'large@planned.example', 'KWD', 'Asia/Kuwait', 'ACTIVE', now(), 1)""".formatted(LARGE));
            run(worker, """
                    INSERT INTO portal_user (id, email, email_key, name, language, status, platform_administrator, created_at, version)
                    SELECT ('88888888-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, n || '@status.example', n || '@status.example',
                           'Planned ' || lpad(n::text, 5, '0'), 'en', 'ACTIVE', false, now(), 1 FROM generate_series(1, 10010) n""");
            run(worker, """
                    INSERT INTO assignment (firm_id, id, user_id, role, access_level, version, started, since, suspended_at, ended_at)
                    SELECT '%s', gen_random_uuid(), ('88888888-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'STAFF', 'STANDARD', 1,
                           n %% 1000 <> 1, now() + CASE WHEN n %% 1000 = 1 THEN interval '1 day' ELSE interval '-1 day' END,
                           CASE WHEN n %% 1000 = 2 THEN now() END, CASE WHEN n > 10000 THEN now() END
                      FROM generate_series(1, 10010) n""".formatted(LARGE));
        }
        try (var owner = database.asOwner()) {
            run(owner, "ANALYZE firm, portal_user, assignment");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pageOfAStatusReadsLittleMoreThanItsRows(AssignmentStatus status) throws SQLException {
        var plan = Plan.of(database, LARGE, page(status));

        assertThat(plan.text()).doesNotContain("Seq Scan on assignment", "Seq Scan on portal_user");
        assertThat(plan.text()).containsPattern("Limit .*rows=(51|10|11|12)\\.00");
        assertThat(plan.pages()).as(plan.text()).isLessThan(1500);
    }

    /** As a listing of several kinds of rows puts them together. */
    private static String page(AssignmentStatus status) {
        return Stream.of(R2dbcAssignmentDirectory.conditionsOf(status))
                .map(condition -> "SELECT * FROM (" + R2dbcAssignmentDirectory.VIEWS + ") listed WHERE (" + condition
                        + ")" + IN_ORDER)
                .collect(Collectors.joining(") UNION ALL (", "SELECT * FROM ((", ")) listed" + IN_ORDER));
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
