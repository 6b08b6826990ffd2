package io.rems.firm.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.Plan;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A page of a firm's people costs the same in a firm of a hundred and in one of ten thousand, wherever it is. */
@RemsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeoplePlanTest {
    private static final FirmId LARGE = new FirmId(UUID.fromString("99999999-0000-7000-8000-000000000001"));
    private static final String PEOPLE = "SELECT * FROM (" + R2dbcColleagues.OF_FIRM + ") listed";
    private static final String IN_ORDER = " ORDER BY name, assignment_id LIMIT (SELECT CAST(51 AS bigint))";

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
                           'Peopled ' || lpad(n::text, 5, '0') || CASE WHEN n > 4000 THEN ' far' ELSE '' END, n || '@peopled.example', 'en',
                           CASE WHEN n % 1000 = 0 THEN 'DISABLED' ELSE 'ACTIVE' END
                      FROM generate_series(1, 10000) n, generate_series(0, 9) k""");
        }
        try (var worker = database.asWorker()) {
            run(worker, """
                    INSERT INTO sign_in_attempt (email_key, failures, locked_until, last_at)
                    SELECT n * 901 || '@peopled.example', 5, now() + interval '1 hour', now() FROM generate_series(1, 10) n""");
        }
        try (var owner = database.asOwner()) {
            run(owner, "ANALYZE sign_in_attempt, firm, portal_user, assignment, assignment_word");
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
        var plan = Plan.of(database, LARGE, PEOPLE + condition + IN_ORDER);

        assertThat(plan.text()).doesNotContain("Seq Scan on assignment", "Seq Scan on portal_user", "Sort Key");
        assertThat(plan.text()).containsPattern("Limit .*rows=(51|10)\\.00");
        assertThat(plan.pages()).as(plan.text()).isLessThan(3000);
    }

    /** Also where it is asked whether one of them carries a common word. */
    @ParameterizedTest
    @CsvSource({"'', 2000", "people, 13000"})
    void whoIsLockedIsFoundFromTheFewWhoAre(String word, int most) throws SQLException {
        var locked = PEOPLE + " WHERE " + Accounts.LOCKED.formatted(R2dbcColleagues.LOCKED)
                + (word.isEmpty() ? "" : " AND (assignment_id IN (" + withWord(word) + ")) IS TRUE") + IN_ORDER;
        var plan = Plan.of(database, LARGE, locked);

        assertThat(plan.text()).doesNotContain("Seq Scan on assignment", "Seq Scan on portal_user");
        assertThat(plan.text()).containsPattern("Limit .*rows=10\\.00");
        assertThat(plan.pages()).as(plan.text()).isLessThan(most);
    }

    @Test
    void everyOtherOrderHasItsIndexToo() throws SQLException {
        for (var order :
                new String[] {"email, assignment_id", "since, assignment_id", "since DESC, assignment_id DESC"}) {
            assertThat(Plan.of(database, LARGE, PEOPLE + " ORDER BY " + order + " LIMIT 51")
                            .text())
                    .doesNotContain("Seq Scan on assignment", "Sort Key");
        }
    }

    @Test
    void wordIsLookedForAmongTheWordsOfTheFirm() throws SQLException {
        var plan = Plan.of(
                database,
                LARGE,
                "SELECT assignment_id FROM assignment_word WHERE firm_id = :firm AND word >= '777' AND word < '777z' LIMIT 5001");

        assertThat(plan.text()).contains("assignment_by_word").doesNotContain("Seq Scan");
        assertThat(plan.pages()).as(plan.text()).isLessThan(50);
    }

    @Test
    void pageOfPeopleWithARareWordReadsTheseOnly() throws SQLException {
        var plan = Plan.of(
                database, LARGE, PEOPLE + " WHERE assignment_id = ANY(ARRAY(" + withWord("77") + "))" + IN_ORDER);

        assertThat(plan.text()).doesNotContain("Seq Scan on assignment", "Seq Scan on portal_user");
        assertThat(plan.text()).containsPattern("Limit .*rows=51\\.00");
        assertThat(plan.pages()).as(plan.text()).isLessThan(3000);
    }

    /** All carry the one; the other is carried by those far down the list only, which is seen in a piece of it. */
    @ParameterizedTest
    @CsvSource({"people, 1000", "far, 13000"})
    void pageOfPeopleWithACommonWordIsLookedForInAPieceOfTheList(String word, int most) throws SQLException {
        var nearest = "SELECT name, assignment_id FROM (" + R2dbcColleagues.OF_FIRM
                + ") listed ORDER BY name, assignment_id" + " LIMIT (SELECT CAST(1020 AS bigint))";
        var plan = Plan.of(
                database,
                LARGE,
                "SELECT ARRAY(SELECT assignment_id FROM (" + nearest + ") listed WHERE " + holds(word) + IN_ORDER
                        + ")");

        assertThat(plan.text()).doesNotContain("Seq Scan", "Sort Key");
        assertThat(plan.pages()).as(plan.text()).isLessThan(most);
    }

    @Test
    void wordThatManyCarryFarDownTheListIsReadFromItsIndexOnce() throws SQLException {
        var among = " WHERE (assignment_id IN (" + withWord("far") + ")) IS TRUE";
        var page = Plan.of(database, LARGE, PEOPLE + among + IN_ORDER);
        var count = Plan.of(database, LARGE, "SELECT count(*) FROM (" + R2dbcColleagues.OF_FIRM + ") listed" + among);

        for (var plan : List.of(page, count)) {
            assertThat(plan.text())
                    .contains("hashed SubPlan", "assignment_by_word")
                    .doesNotContain("Seq Scan on assignment", "Seq Scan on portal_user");
        }
        assertThat(page.text()).containsPattern("Limit .*rows=51\\.00");
        assertThat(page.pages()).as(page.text()).isLessThan(60_000);
    }

    private static String withWord(String word) {
        return "SELECT assignment_id FROM assignment_word WHERE firm_id = :firm AND word >= '%1$s' AND word < '%1$sz'"
                .formatted(word);
    }

    private static String holds(String word) {
        return "(SELECT true FROM assignment_word WHERE assignment_id = listed.assignment_id AND firm_id = :firm"
                + " AND word >= '%1$s' AND word < '%1$sz' LIMIT 1)".formatted(word);
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
            assertThat(Plan.read(
                            worker,
                            "EXPLAIN SELECT * FROM (" + R2dbcUserLists.ALL + ") listed WHERE " + condition
                                    + " ORDER BY name, id LIMIT 51"))
                    .doesNotContain("Seq Scan on assignment", "Seq Scan on portal_user");
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
