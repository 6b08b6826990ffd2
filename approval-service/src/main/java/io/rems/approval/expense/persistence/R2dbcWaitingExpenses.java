package io.rems.approval.expense.persistence;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.WaitingExpenses;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcWaitingExpenses implements WaitingExpenses {

    private static final String ADD = """
            INSERT INTO waiting_expense (firm_id, expense_id, due_at) VALUES (:firm, :expense, :due_at)""";

    private static final String DUE = """
            SELECT firm_id, expense_id FROM waiting_expense
             WHERE due_at <= :now AND NOT rems_paused(firm_id) ORDER BY due_at LIMIT 200""";

    /** The next attempt is 1, 2, 4 ... seconds away, five minutes at most. */
    private static final String CLAIM = """
            UPDATE waiting_expense
               SET attempts = attempts + 1, due_at = :now + make_interval(secs => least(300, power(2, least(attempts, 9))))
             WHERE firm_id = :firm AND expense_id = (
                   SELECT expense_id FROM waiting_expense
                    WHERE firm_id = :firm AND expense_id = :expense AND due_at <= :now
                      AND NOT rems_paused(firm_id)
                      FOR UPDATE SKIP LOCKED)""";

    private static final String HASTEN = """
            UPDATE waiting_expense w
               SET due_at = :now, attempts = 0
              FROM expense e
             WHERE w.firm_id = :firm AND e.firm_id = w.firm_id AND e.id = w.expense_id
               AND e.property_id = :property AND w.due_at > :now""";

    private static final String REMOVE = """
            DELETE FROM waiting_expense WHERE firm_id = :firm AND expense_id = :expense""";

    private final FirmSql database;

    R2dbcWaitingExpenses(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(ExpenseId expense, Instant firstAttempt) {
        return database.sql(ADD)
                .bind("expense", expense.value())
                .bind("due_at", firstAttempt)
                .update()
                .then();
    }

    @Override
    public Mono<List<Due>> due(Instant now) {
        return database.sql(DUE)
                .bind("now", now)
                .list(row -> new Due(new FirmId(row.get("firm_id", UUID.class)), row.get("expense_id", UUID.class)));
    }

    @Override
    public Mono<Boolean> claim(ExpenseId expense, Instant now) {
        return database.sql(CLAIM)
                .bind("expense", expense.value())
                .bind("now", now)
                .update()
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> hasten(PropertyId property, Instant now) {
        return database.sql(HASTEN)
                .bind("property", property.value())
                .bind("now", now)
                .update()
                .then();
    }

    @Override
    public Mono<Void> remove(ExpenseId expense) {
        return database.sql(REMOVE).bind("expense", expense.value()).update().then();
    }
}
