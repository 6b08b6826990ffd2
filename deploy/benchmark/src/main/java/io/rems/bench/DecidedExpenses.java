package io.rems.bench;

import io.rems.local.App;
import io.rems.local.LocalStack;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A million expenses of a firm that its administrators have decided on, made in the database itself. */
record DecidedExpenses(LocalStack stack, UUID firm) {

    private static final int COUNT = 1_000_000;
    private static final String ID = "md5('decided' || n)::uuid";
    private static final String ALL = " FROM generate_series(1, %2$d) n";

    /** Without triggers: what they would check holds by construction. */
    private static final List<String> FILL = List.of(
            "SET session_replication_role = replica",
            "INSERT INTO expense (firm_id, id, version, state, property_id, category_id, amount_minor, currency,"
                    + " expense_date, description, priority, recorded_by, recorded_at, submitted_at) SELECT '%1$s', "
                    + ID + ", 4, 'APPROVED', md5('property' || n %% 1000)::uuid, md5('category')::uuid, 4500000,"
                    + " 'KWD', date '2010-01-01' + n %% 5000, 'Lift repair', 'NORMAL', 'service:bench', now(), now()"
                    + ALL,
            "INSERT INTO approval_request (firm_id, expense_id, rule, self_approval, requested_at, deadline, decided_by,"
                    + " decided_at, verdict) SELECT '%1$s', " + ID + ", 'SHARE_MAJORITY', false, now(), now(),"
                    + " md5('decider')::uuid, now(), 'APPROVED'" + ALL,
            "INSERT INTO approval_seat (firm_id, expense_id, position, share, primary_contact, votes, verdict, voted_by,"
                    + " voted_at) SELECT '%1$s', " + ID + ", 0, '1/1', false, true, 'APPROVED', md5('decider')::uuid,"
                    + " now()" + ALL,
            "RESET session_replication_role",
            "VACUUM ANALYZE expense",
            "VACUUM ANALYZE approval_request",
            "VACUUM ANALYZE approval_seat");

    void fill() throws SQLException {
        try (var connection = stack.connectAsSuperuser(App.APPROVAL);
                var statement = connection.createStatement()) {
            for (var sql : FILL) {
                statement.execute(sql.formatted(firm, COUNT));
            }
        }
    }
}
