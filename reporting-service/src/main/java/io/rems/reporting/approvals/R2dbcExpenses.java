package io.rems.reporting.approvals;

import io.rems.platform.database.FirmSql;
import io.rems.platform.events.EventSubscription.Heard;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.progress.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts together what is known of each expense; every part is kept by itself, so that events may come in any order. */
@Component
class R2dbcExpenses implements Expenses {
    private static final String RECORD = """
            INSERT INTO expense (firm_id, id, property_id, amount_minor, currency, spent_on, description, priority,
                                 recorded_position)
            VALUES (:firm, :id, :property, :amount, :currency, :date, :description, :priority, :position)
            ON CONFLICT (firm_id, id) DO UPDATE
               SET property_id = excluded.property_id, amount_minor = excluded.amount_minor,
                   currency = excluded.currency, spent_on = excluded.spent_on, description = excluded.description,
                   priority = excluded.priority, recorded_position = excluded.recorded_position
             WHERE expense.recorded_position < excluded.recorded_position
            """;
    private static final String ENTER = """
            INSERT INTO expense (firm_id, id, state, escalated_at, state_position)
            SELECT DISTINCT ON (id) :firm, id, :state, escalated, position
              FROM unnest(:ids, CAST(:escalated AS timestamptz[]), :positions) AS entered (id, escalated, position)
             ORDER BY id, position DESC
            ON CONFLICT (firm_id, id) DO UPDATE
               SET state = excluded.state, state_position = excluded.state_position,
                   escalated_at = coalesce(excluded.escalated_at, expense.escalated_at)
             WHERE expense.state_position < excluded.state_position
            """;

    private final FirmSql database;
    private final R2dbcBallots ballots;

    R2dbcExpenses(FirmSql database, R2dbcBallots ballots) {
        this.database = database;
        this.ballots = ballots;
    }

    @Override
    public Mono<Void> recorded(ReceivedEvent event, ExpenseRecorded expense) {
        return changed(event, expense).then(entered(event, ExpenseState.DRAFT));
    }

    @Override
    public Mono<Void> changed(ReceivedEvent event, ExpenseRecorded expense) {
        return database.sql(RECORD)
                .bind("id", event.subject())
                .bind("property", expense.propertyId())
                .bind("amount", expense.amount().minor())
                .bind("currency", expense.amount().currency().getCurrencyCode())
                .bind("date", expense.date())
                .bindNullable("description", expense.description(), String.class)
                .bindNullable("priority", expense.priority(), String.class)
                .bind("position", Position.of(event, ExpenseState.DRAFT.step()).value())
                .update()
                .then();
    }

    @Override
    public Mono<Void> requested(ReceivedEvent event, ApprovalRequested request) {
        return ballots.opened(event, request)
                .then(enter(List.of(Entry.of(event, ExpenseState.PENDING, null)), ExpenseState.PENDING))
                .then(ballots.settle(List.of(event.subject())));
    }

    @Override
    public Mono<Void> voted(ReceivedEvent event, ApprovalVoteCast vote) {
        return ballots.cast(event, vote).then(ballots.settle(List.of(event.subject())));
    }

    @Override
    public Mono<Void> rerouted(ReceivedEvent event, ApprovalRerouted rerouting) {
        return ballots.opened(event, rerouting.request())
                .thenMany(Flux.fromIterable(rerouting.kept()))
                .concatMap(vote -> ballots.cast(event, vote))
                .then(ballots.settle(List.of(event.subject())));
    }

    @Override
    public Mono<Void> escalated(List<Heard<ApprovalEscalated>> escalations) {
        var entries = escalations.stream()
                .map(heard -> Entry.of(
                        heard.event(), ExpenseState.ESCALATED, heard.data().escalatedAt()))
                .toList();
        return enter(entries, ExpenseState.ESCALATED)
                .then(ballots.settle(entries.stream().map(Entry::expense).toList()));
    }

    @Override
    public Mono<Void> entered(ReceivedEvent event, ExpenseState state) {
        return enter(List.of(Entry.of(event, state, null)), state).then(ballots.settle(List.of(event.subject())));
    }

    private Mono<Void> enter(List<Entry> entries, ExpenseState state) {
        return database.sql(ENTER)
                .bind("ids", entries.stream().map(Entry::expense).toArray(UUID[]::new))
                .bind("state", state.name())
                .bind("escalated", entries.stream().map(Entry::escalatedAt).toArray(String[]::new))
                .bind("positions", entries.stream().map(Entry::position).toArray(Long[]::new))
                .update()
                .then();
    }

    /** An expense that enters a state. */
    private record Entry(UUID expense, @Nullable String escalatedAt, long position) {

        static Entry of(ReceivedEvent event, ExpenseState state, @Nullable Instant escalatedAt) {
            return new Entry(
                    event.subject(),
                    escalatedAt == null ? null : escalatedAt.toString(),
                    Position.of(event, state.step()).value());
        }
    }
}
