package io.rems.bench;

import io.rems.local.App;
import io.rems.local.LocalStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Requests of twenty firms that all come to their deadline at once, made in the database itself; and, for comparison,
 * tables with the same rows and indexes without anything around them.
 */
record DueRequests(LocalStack stack, int round) {

    static final int COUNT = 100_000;

    private static final int FIRMS = 20;
    private static final String FIRM = "md5('due' || %2$d || '.' || n %% " + FIRMS + ")::uuid";
    private static final String ID = "md5('request' || %2$d || '.' || n)::uuid";
    private static final String ALL = " FROM generate_series(1, %1$d) n";

    private static final List<String> FILL = List.of(
            "SET session_replication_role = replica",
            "INSERT INTO expense (firm_id, id, version, state, property_id, category_id, amount_minor, currency,"
                    + " expense_date, description, priority, recorded_by, recorded_at, submitted_at) SELECT " + FIRM
                    + ", " + ID + ", 3, 'PENDING', md5('property' || n %% 1000)::uuid, md5('category')::uuid, 4500000,"
                    + " 'KWD', current_date, 'Lift repair', 'NORMAL', 'service:bench', now(), now()" + ALL,
            "INSERT INTO approval_request (firm_id, expense_id, rule, self_approval, requested_at, deadline) SELECT "
                    + FIRM + ", " + ID + ", 'SHARE_MAJORITY', false, now(), now()" + ALL,
            "INSERT INTO approval_seat (firm_id, expense_id, position, owner_id, share, primary_contact, votes) SELECT "
                    + FIRM + ", " + ID + ", place, md5('owner' || place)::uuid, '1/3', false, true" + ALL
                    + ", generate_series(0, 2) place",
            "RESET session_replication_role",
            "DROP TABLE IF EXISTS plain_expense, plain_deadline, plain_history, plain_outbox",
            "CREATE TABLE plain_expense (LIKE expense INCLUDING ALL)",
            "CREATE TABLE plain_deadline (LIKE approval_deadline INCLUDING ALL)",
            "CREATE TABLE plain_history (LIKE expense_history INCLUDING ALL)",
            "CREATE TABLE plain_outbox (LIKE outbox INCLUDING ALL)",
            "INSERT INTO plain_expense SELECT e.* FROM (SELECT " + FIRM + " AS firm, " + ID + " AS id" + ALL + ") due"
                    + " JOIN expense e ON e.firm_id = due.firm AND e.id = due.id",
            "INSERT INTO plain_deadline (firm_id, expense_id, due_at, times, escalation) SELECT " + FIRM + ", " + ID
                    + ", now(), ARRAY[now(), now() + interval '24 hours'], 0" + ALL,
            "VACUUM ANALYZE expense",
            "VACUUM ANALYZE approval_request",
            "VACUUM ANALYZE approval_seat",
            "VACUUM ANALYZE plain_expense",
            "VACUUM ANALYZE plain_deadline");

    /** One statement, so that all come due with its end. */
    private static final String COME_DUE =
            "INSERT INTO approval_deadline (firm_id, expense_id, due_at, times, escalation) SELECT " + FIRM + ", " + ID
                    + ", now(), ARRAY[now(), now() + interval '24 hours', now() + interval '48 hours',"
                    + " now() + interval '72 hours'], 0" + ALL;

    /** Those that did not escalate, or not once. */
    private static final String WRONG =
            "SELECT count(*) FROM (SELECT " + FIRM + " AS firm, " + ID + " AS id" + ALL + ") due"
                    + " JOIN expense e ON e.firm_id = due.firm AND e.id = due.id"
                    + " WHERE e.state <> 'ESCALATED' OR e.version <> 4 OR 1 <> (SELECT count(*) FROM expense_history h"
                    + " WHERE h.firm_id = e.firm_id AND h.expense_id = e.id AND h.event = 'ApprovalEscalated')";

    void fill() throws SQLException {
        try (var connection = stack.connectAsSuperuser(App.APPROVAL)) {
            for (var sql : FILL) {
                execute(connection, sql);
            }
        }
    }

    void comeDue() throws SQLException {
        try (var connection = stack.connectAsSuperuser(App.APPROVAL)) {
            execute(connection, COME_DUE);
        }
    }

    boolean areLeft(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer =
                        statement.executeQuery("SELECT EXISTS (SELECT FROM approval_deadline WHERE due_at <= now())")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** @throws IllegalStateException if one did not escalate exactly once */
    void requireOnceEach() throws SQLException {
        try (var connection = stack.connectAsSuperuser(App.APPROVAL);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(WRONG.formatted(COUNT, round))) {
            if (!answer.next() || answer.getInt(1) > 0) {
                throw new IllegalStateException(answer.getInt(1) + " did not escalate exactly once");
            }
        }
    }

    private void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql.formatted(COUNT, round));
        }
    }
}
