package io.rems.approval.escalation.persistence;

import static java.util.stream.Collectors.toMap;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.escalation.Timetables;
import io.rems.approval.escalation.domain.RequestClock;
import io.rems.approval.escalation.domain.Timetable;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcTimetables implements Timetables {

    private static final String BEGIN = """
            INSERT INTO approval_deadline (firm_id, expense_id, due_at, times, escalation, done, again, working_days)
            SELECT :firm, :expense, times[1], times, :escalation, 0, :again, :working_days
              FROM (SELECT CAST(:times AS timestamptz[]) AS times) planned""";

    private static final String OF = "SELECT " + TimetableRow.COLUMNS + """

             FROM approval_deadline
             WHERE firm_id = :firm AND expense_id = ANY(:expenses)""";

    /** Where it stands still, nothing comes before it goes on. */
    private static final String KEEP = """
            UPDATE approval_deadline d
               SET times = kept.times, paused_at = CAST(:paused_at AS timestamptz),
                   due_at = CASE WHEN CAST(:paused_at AS timestamptz) IS NULL THEN kept.times[d.done + 1]
                                 ELSE CAST(:until AS timestamptz) END
              FROM (SELECT CAST(:times AS timestamptz[]) AS times) kept
             WHERE d.firm_id = :firm AND d.expense_id = :expense""";

    private static final String SHOW_DEADLINE = """
            UPDATE approval_request SET deadline = :deadline
             WHERE firm_id = :firm AND expense_id = :expense
               AND round = (SELECT round FROM expense WHERE firm_id = :firm AND id = :expense)""";

    private static final String ESCALATED = """
            UPDATE approval_deadline d
               SET times = kept.times, done = :done, paused_at = NULL, due_at = kept.times[:done + 1]
              FROM (SELECT CAST(:times AS timestamptz[]) AS times) kept
             WHERE d.firm_id = :firm AND d.expense_id = :expense""";

    private static final String ADVANCE = """
            UPDATE approval_deadline d
               SET done = d.done + advanced.steps, due_at = d.times[d.done + advanced.steps + 1]
              FROM unnest(:expenses, :steps) AS advanced (expense, steps)
             WHERE d.firm_id = :firm AND d.expense_id = advanced.expense""";

    /** No more than are looked at with ease; what is left is found the next time. */
    private static final String DUE = """
            SELECT firm_id, turn
              FROM (SELECT firm_id, (row_number() OVER (PARTITION BY firm_id) - 1) / :at_once AS turn
                      FROM (SELECT firm_id FROM approval_deadline
                             WHERE due_at <= :now AND NOT rems_paused(firm_id)
                             ORDER BY due_at LIMIT 20000) due) turns
             GROUP BY firm_id, turn
             ORDER BY turn, firm_id""";

    private static final String DUE_IN = """
            SELECT expense_id FROM approval_deadline
             WHERE firm_id = :firm AND due_at <= :now AND NOT rems_paused(firm_id)
             ORDER BY due_at LIMIT :most""";

    /** The expense too, as a vote locks it first: neither then waits for the other. */
    private static final String CLAIM = """
            SELECT d.expense_id
              FROM approval_deadline d
              JOIN expense e ON e.firm_id = d.firm_id AND e.id = d.expense_id
             WHERE d.firm_id = :firm AND d.due_at <= :now AND NOT rems_paused(d.firm_id)""";

    private static final String MANY = """

             ORDER BY d.due_at LIMIT :most FOR NO KEY UPDATE OF d, e SKIP LOCKED""";

    private static final String ONE = """

             AND d.expense_id = :expense FOR NO KEY UPDATE OF d, e SKIP LOCKED""";

    private final FirmSql database;

    R2dbcTimetables(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> begin(ExpenseId expense, Timetable timetable) {
        return database.sql(BEGIN)
                .bind("expense", expense.value())
                .bind("times", TimetableRow.times(timetable))
                .bind("escalation", timetable.escalation())
                .bind("again", timetable.again().toString())
                .bind("working_days", timetable.workingDaysOnly())
                .update()
                .then();
    }

    @Override
    public Mono<RequestClock> of(ExpenseId expense) {
        return ofAll(List.of(expense)).mapNotNull(clocks -> clocks.get(expense));
    }

    @Override
    public Mono<Map<ExpenseId, RequestClock>> ofAll(List<ExpenseId> expenses) {
        return database.sql(OF)
                .bind("expenses", ids(expenses))
                .list(row -> Map.entry(expense(row), TimetableRow.clock(row)))
                .map(rows -> rows.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Mono<Void> keep(ExpenseId expense, RequestClock clock) {
        var timetable = clock.timetable();
        var paused = clock instanceof RequestClock.Paused standing ? standing : null;
        return database.sql(KEEP)
                .bind("expense", expense.value())
                .bind("times", TimetableRow.times(timetable))
                .bindNullable("paused_at", paused == null ? null : paused.since(), Instant.class)
                .bindNullable("until", paused == null ? null : paused.until(), Instant.class)
                .update()
                .then(database.sql(SHOW_DEADLINE)
                        .bind("expense", expense.value())
                        .bind("deadline", timetable.deadline())
                        .update())
                .then();
    }

    @Override
    public Mono<Void> escalated(ExpenseId expense, Timetable timetable) {
        return database.sql(ESCALATED)
                .bind("expense", expense.value())
                .bind("times", TimetableRow.times(timetable))
                .bind("done", timetable.done())
                .update()
                .then();
    }

    @Override
    public Mono<Void> advance(Map<ExpenseId, Integer> steps) {
        var expenses = List.copyOf(steps.keySet());
        return database.sql(ADVANCE)
                .bind("expenses", ids(expenses))
                .bind("steps", expenses.stream().map(steps::get).toArray(Integer[]::new))
                .update()
                .then();
    }

    @Override
    public Mono<List<Due>> due(Instant now, int atOnce) {
        return database.sql(DUE).bind("now", now).bind("at_once", atOnce).list(row -> {
            var firm = row.get("firm_id", UUID.class);
            return new Due(new FirmId(firm), firm);
        });
    }

    @Override
    public Mono<List<ExpenseId>> dueIn(Instant now, int most) {
        return database.sql(DUE_IN).bind("now", now).bind("most", most).list(R2dbcTimetables::expense);
    }

    @Override
    public Mono<List<ExpenseId>> claim(Instant now, int most) {
        return database.sql(CLAIM + MANY).bind("now", now).bind("most", most).list(R2dbcTimetables::expense);
    }

    @Override
    public Mono<List<ExpenseId>> claim(ExpenseId expense, Instant now) {
        return database.sql(CLAIM + ONE)
                .bind("now", now)
                .bind("expense", expense.value())
                .list(R2dbcTimetables::expense);
    }

    private static UUID[] ids(List<ExpenseId> expenses) {
        return expenses.stream().map(ExpenseId::value).toArray(UUID[]::new);
    }

    private static ExpenseId expense(Row row) {
        return new ExpenseId(row.get("expense_id", UUID.class));
    }
}
