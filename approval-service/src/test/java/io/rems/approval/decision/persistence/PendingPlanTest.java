package io.rems.approval.decision.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.ApprovalServiceTest;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits for somebody is found by itself, however much was decided before and waits for others. */
@ApprovalServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PendingPlanTest {

    private static final FirmId LARGE = new FirmId(UUID.fromString("99999999-0000-7000-8000-0000000000aa"));
    private static final String OWNER = "99999999-0000-7000-9000-000000000001";
    private static final String ORDER = " ORDER BY deadline, id LIMIT 51";

    @Autowired
    private TestDatabase database;

    /** Fifty thousand requests, of which every hundredth is open and every thousandth waits for the owner. */
    @BeforeAll
    void yearsOfDecisions() throws SQLException {
        try (var firm = database.asApp(LARGE)) {
            run(firm, """
                    INSERT INTO expense_category (firm_id, id, code, name) VALUES ('%s', '%s', 'OLD', 'Old')""".formatted(LARGE, OWNER));
            run(firm, """
                    INSERT INTO expense (firm_id, id, version, state, property_id, category_id, amount_minor, currency,
                                         expense_date, description, priority, recorded_by, recorded_at, submitted_at)
                    SELECT '%s', ('99999999-0000-7000-a000-' || lpad(n::text, 12, '0'))::uuid, 5,
                           CASE WHEN n %% 100 = 0 THEN 'PENDING' ELSE 'APPROVED' END, gen_random_uuid(), '%s', 2000000, 'KWD',
                           date '2026-01-01', 'Old', 'NORMAL', 'service:test', now(), now()
                      FROM generate_series(1, 50000) n""".formatted(LARGE, OWNER));
            run(firm, """
                    INSERT INTO approval_request (firm_id, expense_id, round, rule, self_approval, requested_at, deadline,
                                                  decided_at, verdict)
                    SELECT firm_id, id, 1, 'SHARE_MAJORITY', false, now(), now() + random() * interval '72 hours',
                           CASE state WHEN 'APPROVED' THEN now() END, CASE state WHEN 'APPROVED' THEN 'APPROVED' END
                      FROM expense WHERE firm_id = '%s'""".formatted(LARGE));
            run(firm, """
                    INSERT INTO approval_seat (firm_id, expense_id, round, position, owner_id, share, primary_contact, votes, awaited,
                                               handed_over, handed_to)
                    SELECT e.firm_id, e.id, 1, seat,
                           CASE WHEN seat = 0 AND e.id::text LIKE '%%000' THEN CAST('%s' AS uuid)
                                WHEN seat = 0 AND e.id::text LIKE '%%500' THEN NULL
                                WHEN seat = 0 AND e.id::text LIKE '%%7' THEN CAST('%s' AS uuid)
                                ELSE gen_random_uuid() END,
                           '1/2', false, true, e.state = 'PENDING',
                           seat = 1 AND e.id::text SIMILAR TO '%%[12]',
                           CASE WHEN seat = 1 AND e.id::text LIKE '%%1' THEN CAST('%s' AS uuid) END
                      FROM expense e, generate_series(0, 1) seat WHERE e.firm_id = '%s'""".formatted(OWNER, OWNER, OWNER, LARGE));
        }
        try (var owner = database.asOwner()) {
            run(owner, "ANALYZE expense, approval_request, approval_seat");
        }
    }

    /** What grows with the years; who acts for whom is little. */
    private static final String[] SCANNED = {
        "Seq Scan on expense",
        "Seq Scan on approval",
        "Seq Scan on property",
        "Seq Scan on ownership",
        "Seq Scan on merged"
    };

    @Test
    void anOwnersListReadsLittleMoreThanWhatWaitsForHim() throws SQLException {
        var plan = plan(R2dbcPendingApprovals.OPEN_TO_OWNER);

        assertThat(plan).contains("approval_seat_open").doesNotContain(SCANNED);
        assertThat(plan).containsPattern("Limit .*rows=50(\\.00)? ");
        assertThat(buffers(plan)).as(plan).isLessThan(1000);
    }

    @Test
    void anAdministratorsListDoesToo() throws SQLException {
        var plan = plan(R2dbcPendingApprovals.OPEN_TO_ADMINISTRATOR);

        assertThat(plan).contains("approval_seat_open").doesNotContain(SCANNED);
        assertThat(buffers(plan)).as(plan).isLessThan(1500);
    }

    @Test
    void theFirmsQueueScansNothingThatIsDecided() throws SQLException {
        assertThat(plan(R2dbcPendingApprovals.PENDING))
                .doesNotContain("Seq Scan on expense", "Seq Scan on approval_seat");
    }

    private String plan(String query) throws SQLException {
        try (var firm = database.asApp(LARGE)) {
            return text(
                    firm,
                    "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) SELECT * FROM ("
                            + query.replace(":firm", "'" + LARGE + "'")
                                    .replace(":now", "now()")
                                    .replace(":owner", "'" + OWNER + "'")
                                    .replace(":person", "CAST('" + OWNER + "' AS uuid)")
                            + ") listed" + ORDER);
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
