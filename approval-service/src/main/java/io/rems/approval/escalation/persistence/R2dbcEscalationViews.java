package io.rems.approval.escalation.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.EscalationCause;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.escalation.EscalationView;
import io.rems.approval.escalation.EscalationView.HappenedView;
import io.rems.approval.escalation.EscalationView.PauseView;
import io.rems.approval.escalation.EscalationView.StepView;
import io.rems.approval.escalation.EscalationViews;
import io.rems.approval.escalation.domain.RequestClock;
import io.rems.approval.escalation.domain.RequestClock.Paused;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcEscalationViews implements EscalationViews {

    private static final String CLOCK = """
            SELECT e.id AS expense_id, e.state, e.version, r.round, r.requested_at, r.deadline,
                   d.due_at, d.times, d.escalation, d.done, d.again, d.working_days, d.paused_at
              FROM expense e
              LEFT JOIN approval_request r ON r.firm_id = e.firm_id AND r.expense_id = e.id AND r.round = e.round
              LEFT JOIN approval_deadline d ON d.firm_id = e.firm_id AND d.expense_id = e.id
             WHERE e.firm_id = :firm AND e.id = :expense
               AND (CAST(:owner AS uuid) IS NULL OR EXISTS (
                     SELECT FROM approval_seat s
                      WHERE s.firm_id = e.firm_id AND s.expense_id = e.id AND s.round = e.round
                        AND s.owner_id = :owner))""";

    private static final String HAPPENED = """
            SELECT CASE h.event
                     WHEN 'ApprovalReminded' THEN
                       CASE h.data ->> 'escalated' WHEN 'true' THEN 'ADMINISTRATORS_REMINDER' ELSE 'REMINDER' END
                     WHEN 'ApprovalEscalated' THEN
                       CASE h.data ->> 'level' WHEN '2' THEN 'PLATFORM_ESCALATION' ELSE 'ESCALATION' END
                     WHEN 'ApprovalPaused' THEN 'PAUSE'
                     WHEN 'ApprovalResumed' THEN 'RESUMPTION'
                     WHEN 'ApprovalExtended' THEN 'EXTENSION'
                     ELSE 'REASSIGNMENT' END AS what,
                   h.happened_at, h.data ->> 'dueAt' AS due_at, coalesce(h.data ->> 'late', '') = 'true' AS late,
                   h.data ->> 'reason' AS reason, h.data ->> 'cause' AS cause
              FROM expense_history h
             WHERE h.firm_id = :firm AND h.expense_id = :expense
               AND h.event IN ('ApprovalReminded', 'ApprovalEscalated', 'ApprovalPaused', 'ApprovalResumed',
                               'ApprovalExtended', 'ApprovalReassigned')
               AND coalesce(CAST(h.data ->> 'round' AS integer), 1) = :round
             ORDER BY h.version""";

    private final FirmSql database;

    R2dbcEscalationViews(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<EscalationView> of(ExpenseId expense, @Nullable OwnerId holder) {
        return database.sql(CLOCK)
                .bind("expense", expense.value())
                .bindNullable("owner", holder == null ? null : holder.value(), UUID.class)
                .one(R2dbcEscalationViews::withoutPast)
                .flatMap(view -> happened(expense, view.round()).map(happened -> with(view, happened)));
    }

    private Mono<List<HappenedView>> happened(ExpenseId expense, @Nullable Integer round) {
        return round == null
                ? Mono.just(List.of())
                : database.sql(HAPPENED)
                        .bind("expense", expense.value())
                        .bind("round", round)
                        .list(R2dbcEscalationViews::happened);
    }

    private static EscalationView withoutPast(Row row) {
        var clock = row.get("times", Instant[].class) == null ? null : TimetableRow.clock(row);
        return new EscalationView(
                row.get("expense_id", UUID.class),
                row.get("state", String.class),
                row.get("round", Integer.class),
                row.get("requested_at", Instant.class),
                row.get("deadline", Instant.class),
                clock != null && clock.timetable().workingDaysOnly(),
                pause(clock),
                List.of(),
                clock == null
                        ? List.of()
                        : clock.timetable().coming().stream().map(StepView::of).toList(),
                row.get("version", Long.class));
    }

    private static @Nullable PauseView pause(@Nullable RequestClock clock) {
        return clock instanceof Paused paused ? new PauseView(paused.since(), paused.until()) : null;
    }

    private static HappenedView happened(Row row) {
        var dueAt = row.get("due_at", String.class);
        var cause = row.get("cause", String.class);
        return new HappenedView(
                row.get("what", String.class),
                row.get("happened_at", Instant.class),
                dueAt == null ? null : Instant.parse(dueAt),
                row.get("late", Boolean.class),
                row.get("reason", String.class),
                cause == null ? null : EscalationCause.valueOf(cause));
    }

    private static EscalationView with(EscalationView view, List<HappenedView> happened) {
        return new EscalationView(
                view.expenseId(),
                view.state(),
                view.round(),
                view.requestedAt(),
                view.deadline(),
                view.workingDaysOnly(),
                view.paused(),
                happened,
                view.coming(),
                view.version());
    }
}
