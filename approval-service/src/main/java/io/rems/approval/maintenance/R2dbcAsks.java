package io.rems.approval.maintenance;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Row;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What was asked for maintenance orders: once each, however often it is delivered. */
@Repository
class R2dbcAsks {

    private static final String ADD = """
            INSERT INTO maintenance_ask (firm_id, expense_id, order_id, number, asked, due_at)
            VALUES (:firm, :expense, :order, :number, CAST(:asked AS jsonb), :now)
            ON CONFLICT DO NOTHING""";

    private static final String DUE = """
            SELECT firm_id, expense_id FROM maintenance_ask
             WHERE due_at <= :now AND NOT rems_paused(firm_id) ORDER BY due_at LIMIT 200""";

    /** The next attempt is 1, 2, 4 ... seconds away, five minutes at most. */
    private static final String CLAIM = """
            UPDATE maintenance_ask
               SET attempts = attempts + 1, due_at = :now + make_interval(secs => least(300, power(2, least(attempts, 9))))
             WHERE firm_id = :firm AND expense_id = (
                   SELECT expense_id FROM maintenance_ask
                    WHERE firm_id = :firm AND expense_id = :expense AND due_at <= :now AND NOT rems_paused(firm_id)
                      FOR UPDATE SKIP LOCKED)
            RETURNING CAST(asked AS text) AS asked""";

    private static final String FINISH = """
            UPDATE maintenance_ask SET due_at = NULL
             WHERE firm_id = :firm AND expense_id = :expense AND due_at IS NOT NULL""";

    private static final String ANSWER = """
            INSERT INTO maintenance_order (firm_id, order_id, answers) VALUES (:firm, :order, 1)
            ON CONFLICT (firm_id, order_id) DO UPDATE SET answers = maintenance_order.answers + 1
            RETURNING answers""";

    private static final String OF_EXPENSE = """
            SELECT order_id, number, expense_id FROM maintenance_ask WHERE firm_id = :firm AND expense_id = :expense""";

    private static final String BEFORE = """
            SELECT a.order_id, a.number, a.expense_id
              FROM maintenance_ask a
              JOIN expense e ON e.firm_id = a.firm_id AND e.id = a.expense_id
             WHERE a.firm_id = :firm AND a.order_id = :order AND a.number < :number
             ORDER BY a.number""";

    private static final String IS_LATEST = """
            SELECT NOT EXISTS (SELECT FROM maintenance_ask
                                WHERE firm_id = :firm AND order_id = :order AND number > :number) AS latest""";

    private static final String CATEGORY = """
            SELECT id FROM expense_category WHERE firm_id = :firm AND code = 'MAINTENANCE'""";

    private final FirmSql database;
    private final JsonMapper json;

    R2dbcAsks(FirmSql database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> add(ExpenseApprovalAsked asked, Instant now) {
        return database.sql(ADD)
                .bind("expense", asked.expense().value())
                .bind("order", asked.orderId())
                .bind("number", asked.ask())
                .bind("asked", json.writeValueAsString(asked))
                .bind("now", now)
                .update()
                .then();
    }

    /** Of any firm. */
    Mono<List<Due>> due(Instant now) {
        return database.sql(DUE)
                .bind("now", now)
                .list(row -> new Due(new FirmId(row.get("firm_id", UUID.class)), row.get("expense_id", UUID.class)));
    }

    /** Takes the attempt that is due; empty where another took it. */
    Mono<ExpenseApprovalAsked> claim(UUID expense, Instant now) {
        return database.sql(CLAIM)
                .bind("expense", expense)
                .bind("now", now)
                .one(row -> json.readValue(requireNonNull(row.get("asked", String.class)), ExpenseApprovalAsked.class));
    }

    /** False where it is done already. */
    Mono<Boolean> finish(UUID expense) {
        return database.sql(FINISH).bind("expense", expense).update().map(rows -> rows == 1);
    }

    /** Which answer about the order the next is; holds the order until the end of the transaction. */
    Mono<Long> nextAnswer(UUID order) {
        return database.sql(ANSWER).bind("order", order).one(row -> row.get("answers", Long.class));
    }

    /** Empty where the expense is of no order. */
    Mono<Ask> of(UUID expense) {
        return database.sql(OF_EXPENSE).bind("expense", expense).one(R2dbcAsks::ask);
    }

    /** Those before it that became expenses. */
    Mono<List<Ask>> before(Ask ask) {
        return database.sql(BEFORE)
                .bind("order", ask.orderId())
                .bind("number", ask.number())
                .list(R2dbcAsks::ask);
    }

    Mono<Boolean> isLatest(Ask ask) {
        return database.sql(IS_LATEST)
                .bind("order", ask.orderId())
                .bind("number", ask.number())
                .one(row -> Boolean.TRUE.equals(row.get("latest", Boolean.class)));
    }

    /** The category of maintenance that the firm has; empty where it has none. */
    Mono<UUID> category() {
        return database.sql(CATEGORY).one(row -> row.get("id", UUID.class));
    }

    private static Ask ask(Row row) {
        return new Ask(
                row.get("order_id", UUID.class), row.get("number", Integer.class), row.get("expense_id", UUID.class));
    }
}
