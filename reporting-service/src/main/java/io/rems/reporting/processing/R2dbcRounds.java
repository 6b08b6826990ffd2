package io.rems.reporting.processing;

import io.rems.platform.database.FirmSql;
import io.rems.platform.events.EventSubscription.Heard;
import io.rems.platform.events.ReceivedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts together when each approval was asked for, answered and over; every part by itself, whatever comes first. */
@Component
class R2dbcRounds {
    private static final UUID ADMINISTRATORS = new UUID(0, 0);

    private static final String REQUESTED = """
            INSERT INTO approval_round (firm_id, expense_id, round, property_id, requested_at, deadline)
            VALUES (:firm, :expense, :round, :property, :at, :deadline)
            ON CONFLICT (firm_id, expense_id, round) DO UPDATE
               SET property_id = excluded.property_id, requested_at = excluded.requested_at,
                   deadline = coalesce(approval_round.deadline, excluded.deadline)
            """;
    private static final String ESCALATED = """
            INSERT INTO approval_round (firm_id, expense_id, round, property_id, escalated_at)
            SELECT DISTINCT ON (expense, round) :firm, expense, round, property, at
              FROM unnest(:expenses, :rounds, :properties, CAST(:instants AS timestamptz[])) AS told (expense, round, property, at)
             ORDER BY expense, round, at
            ON CONFLICT (firm_id, expense_id, round) DO UPDATE
               SET escalated_at = least(approval_round.escalated_at, excluded.escalated_at)
            """;
    private static final String EXTENDED = """
            INSERT INTO approval_round (firm_id, expense_id, round, deadline) VALUES (:firm, :expense, :round, :deadline)
            ON CONFLICT (firm_id, expense_id, round) DO UPDATE
               SET deadline = greatest(approval_round.deadline, excluded.deadline)
            """;
    private static final String ENDED = """
            INSERT INTO approval_round (firm_id, expense_id, round, property_id, ended_at, ending)
            VALUES (:firm, :expense, :round, :property, :at, :ending)
            ON CONFLICT (firm_id, expense_id, round) DO UPDATE
               SET property_id = excluded.property_id, ended_at = excluded.ended_at, ending = excluded.ending
            """;
    private static final String ANSWERED = """
            INSERT INTO approval_answer (firm_id, expense_id, round, owner_id, user_id, verdict, answered_at)
            VALUES (:firm, :expense, :round, :owner, :user, :verdict, :at)
            ON CONFLICT (firm_id, expense_id, round, owner_id) DO UPDATE
               SET user_id = excluded.user_id, verdict = excluded.verdict, answered_at = excluded.answered_at
             WHERE approval_answer.answered_at < excluded.answered_at
            """;

    private final FirmSql database;

    R2dbcRounds(FirmSql database) {
        this.database = database;
    }

    Mono<Void> requested(ReceivedEvent event, Told.Requested data) {
        return of(event, data.round(), REQUESTED)
                .bind("property", data.propertyId())
                .bind("at", data.requestedAt())
                .bind("deadline", data.deadline())
                .update()
                .then();
    }

    Mono<Void> escalated(List<Heard<Told.Escalated>> escalations) {
        return database.sql(ESCALATED)
                .bind(
                        "expenses",
                        of(escalations, UUID[]::new, heard -> heard.event().subject()))
                .bind(
                        "rounds",
                        of(
                                escalations,
                                Integer[]::new,
                                heard -> Told.round(heard.data().round())))
                .bind(
                        "properties",
                        of(escalations, UUID[]::new, heard -> heard.data().propertyId()))
                .bind(
                        "instants",
                        of(escalations, Instant[]::new, heard -> heard.data().escalatedAt()))
                .update()
                .then();
    }

    Mono<Void> extended(ReceivedEvent event, Told.Extended data) {
        return of(event, data.round(), EXTENDED)
                .bind("deadline", data.deadline())
                .update()
                .then();
    }

    Mono<Void> ended(ReceivedEvent event, @Nullable Integer round, UUID property, String ending, Instant at) {
        return of(event, round, ENDED)
                .bind("property", property)
                .bind("at", at)
                .bind("ending", ending)
                .update()
                .then();
    }

    Mono<Void> answered(ReceivedEvent event, Told.VoteCast vote) {
        return of(event, vote.round(), ANSWERED)
                .bind("owner", Objects.requireNonNullElse(vote.voter().ownerId(), ADMINISTRATORS))
                .bind("user", vote.userId())
                .bind("verdict", vote.verdict())
                .bind("at", vote.at())
                .update()
                .then();
    }

    private static <T> T[] of(
            List<Heard<Told.Escalated>> escalations, IntFunction<T[]> array, Function<Heard<Told.Escalated>, T> part) {
        return escalations.stream().map(part).toArray(array);
    }

    private FirmSql.Statement of(ReceivedEvent event, @Nullable Integer round, String statement) {
        return database.sql(statement).bind("expense", event.subject()).bind("round", Told.round(round));
    }
}
