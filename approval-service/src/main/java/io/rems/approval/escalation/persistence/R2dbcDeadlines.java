package io.rems.approval.escalation.persistence;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.escalation.Deadlines;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcDeadlines implements Deadlines {

    private static final String PASSED = """
            SELECT firm_id, expense_id FROM approval_deadline
             WHERE due_at <= :now AND NOT rems_paused(firm_id) ORDER BY due_at LIMIT 200""";

    /** The expense too, as a vote locks it first: neither then waits for the other. */
    private static final String CLAIM = """
            SELECT d.expense_id
              FROM approval_deadline d
              JOIN expense e ON e.firm_id = d.firm_id AND e.id = d.expense_id
             WHERE d.firm_id = :firm AND d.expense_id = :expense AND d.due_at <= :now AND NOT rems_paused(d.firm_id)
               FOR UPDATE SKIP LOCKED""";

    private final FirmSql database;

    R2dbcDeadlines(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<List<Due>> passed(Instant now) {
        return database.sql(PASSED)
                .bind("now", now)
                .list(row -> new Due(new FirmId(row.get("firm_id", UUID.class)), row.get("expense_id", UUID.class)));
    }

    @Override
    public Mono<Boolean> claim(ExpenseId expense, Instant now) {
        return database.sql(CLAIM)
                .bind("expense", expense.value())
                .bind("now", now)
                .list(row -> row.get("expense_id", UUID.class))
                .map(rows -> !rows.isEmpty());
    }
}
