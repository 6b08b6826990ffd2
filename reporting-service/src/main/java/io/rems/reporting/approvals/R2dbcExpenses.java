package io.rems.reporting.approvals;

import io.rems.platform.database.FirmSql;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.progress.Position;
import java.time.Instant;
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
            VALUES (:firm, :id, :state, :escalated, :position)
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
                .then(enter(event, ExpenseState.PENDING, null))
                .then(ballots.settle(event.subject()));
    }

    @Override
    public Mono<Void> voted(ReceivedEvent event, ApprovalVoteCast vote) {
        return ballots.cast(event, vote).then(ballots.settle(event.subject()));
    }

    @Override
    public Mono<Void> rerouted(ReceivedEvent event, ApprovalRerouted rerouting) {
        return ballots.opened(event, rerouting.request())
                .thenMany(Flux.fromIterable(rerouting.kept()))
                .concatMap(vote -> ballots.cast(event, vote))
                .then(ballots.settle(event.subject()));
    }

    @Override
    public Mono<Void> escalated(ReceivedEvent event, ApprovalEscalated escalation) {
        return enter(event, ExpenseState.ESCALATED, escalation.escalatedAt()).then(ballots.settle(event.subject()));
    }

    @Override
    public Mono<Void> entered(ReceivedEvent event, ExpenseState state) {
        return enter(event, state, null).then(ballots.settle(event.subject()));
    }

    private Mono<Void> enter(ReceivedEvent event, ExpenseState state, @Nullable Instant escalated) {
        return database.sql(ENTER)
                .bind("id", event.subject())
                .bind("state", state.name())
                .bindNullable("escalated", escalated, Instant.class)
                .bind("position", Position.of(event, state.step()).value())
                .update()
                .then();
    }
}
