package io.rems.reporting.approvals;

import io.rems.platform.Share;
import io.rems.platform.database.FirmSql;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.progress.Position;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Who was asked, who has answered, and whose answer an open request still waits for. */
@Component
class R2dbcBallots {
    /** Stands for the administrators among those who answered. */
    static final UUID ADMINISTRATORS = new UUID(0, 0);

    private static final int VOTE_STEP = 15;
    private static final String OPEN = """
            INSERT INTO expense (firm_id, id, property_id, amount_minor, currency, description, rule, requested_at,
                                 deadline, request_position)
            VALUES (:firm, :id, :property, :amount, :currency, :description, :rule, :requested, :deadline, :position)
            ON CONFLICT (firm_id, id) DO UPDATE
               SET property_id = coalesce(expense.property_id, excluded.property_id),
                   amount_minor = coalesce(expense.amount_minor, excluded.amount_minor),
                   currency = coalesce(expense.currency, excluded.currency),
                   description = coalesce(expense.description, excluded.description), rule = excluded.rule,
                   requested_at = excluded.requested_at, deadline = excluded.deadline,
                   request_position = excluded.request_position
             WHERE expense.request_position < excluded.request_position
            """;
    private static final String FORGET_VOTERS = "DELETE FROM voter WHERE firm_id = :firm AND expense_id = :expense";
    private static final String NAME_VOTERS = """
            INSERT INTO voter (firm_id, expense_id, ordinal, type, owner_id, share_numerator, share_denominator)
            SELECT :firm, :expense, ordinal, type, owner_id, numerator, denominator
              FROM jsonb_to_recordset(CAST(:voters AS jsonb))
                   AS v (ordinal smallint, type text, owner_id uuid, numerator bigint, denominator bigint)
            """;
    private static final String CAST = """
            INSERT INTO vote (firm_id, expense_id, owner_id, verdict, position)
            VALUES (:firm, :expense, :owner, :verdict, :position)
            ON CONFLICT (firm_id, expense_id, owner_id) DO UPDATE
               SET verdict = excluded.verdict, position = excluded.position
             WHERE vote.position < excluded.position
            """;
    private static final String SETTLE = """
            WITH awaited AS (
                SELECT DISTINCT e.id AS expense_id, coalesce(m.into_owner_id, v.owner_id) AS owner_id, e.property_id,
                       e.deadline
                  FROM expense e JOIN voter v ON v.firm_id = e.firm_id AND v.expense_id = e.id
                  LEFT JOIN merged_owner m ON m.firm_id = v.firm_id AND m.owner_id = v.owner_id
                 WHERE e.firm_id = :firm AND e.id = ANY (:expenses) AND e.state IN ('PENDING', 'ESCALATED')
                   AND v.owner_id IS NOT NULL
                   AND NOT EXISTS (SELECT FROM vote
                                    WHERE vote.firm_id = e.firm_id AND vote.expense_id = e.id
                                      AND vote.owner_id = v.owner_id AND vote.position > e.request_position)),
            answered AS (
                DELETE FROM awaited_vote
                 WHERE firm_id = :firm AND expense_id = ANY (:expenses)
                   AND NOT EXISTS (SELECT FROM awaited a
                                    WHERE a.expense_id = awaited_vote.expense_id AND a.owner_id = awaited_vote.owner_id))
            INSERT INTO awaited_vote (firm_id, owner_id, expense_id, property_id, deadline)
            SELECT :firm, owner_id, expense_id, property_id, deadline FROM awaited
            ON CONFLICT (firm_id, expense_id, owner_id) DO UPDATE
               SET property_id = excluded.property_id, deadline = excluded.deadline
            """;

    private final FirmSql database;
    private final JsonMapper json;

    R2dbcBallots(FirmSql database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Opens a round, unless a later one is open already. */
    Mono<Void> opened(ReceivedEvent event, ApprovalRequested request) {
        return database.sql(OPEN)
                .bind("id", event.subject())
                .bind("property", request.propertyId())
                .bind("amount", request.amount().minor())
                .bind("currency", request.amount().currency().getCurrencyCode())
                .bindNullable("description", request.description(), String.class)
                .bind("rule", request.rule())
                .bind("requested", request.requestedAt())
                .bind("deadline", request.deadline())
                .bind(
                        "position",
                        Position.of(event, ExpenseState.PENDING.step()).value())
                .update()
                .flatMap(rows -> rows == 0 ? Mono.empty() : asked(event.subject(), request.voters()));
    }

    Mono<Void> cast(ReceivedEvent event, ApprovalVoteCast vote) {
        return database.sql(CAST)
                .bind("expense", event.subject())
                .bind("owner", Objects.requireNonNullElse(vote.voter().ownerId(), ADMINISTRATORS))
                .bind("verdict", vote.verdict())
                .bind("position", Position.of(event, VOTE_STEP).value())
                .update()
                .then();
    }

    /** Brings what is still awaited in line with what is known of the expenses. */
    Mono<Void> settle(List<UUID> expenses) {
        return database.sql(SETTLE)
                .bind("expenses", expenses.toArray(UUID[]::new))
                .update()
                .then();
    }

    private Mono<Void> asked(UUID expense, List<Voter> voters) {
        var rows = IntStream.range(0, voters.size())
                .mapToObj(ordinal -> VoterRow.of(ordinal, voters.get(ordinal)))
                .toList();
        return database.sql(FORGET_VOTERS)
                .bind("expense", expense)
                .update()
                .then(database.sql(NAME_VOTERS)
                        .bind("expense", expense)
                        .bind("voters", json.writeValueAsString(rows))
                        .update())
                .then();
    }

    private record VoterRow(
            int ordinal,
            String type,
            @Nullable UUID owner_id,
            @Nullable Long numerator,
            @Nullable Long denominator) {

        static VoterRow of(int ordinal, Voter voter) {
            Share share = voter.share();
            return share == null
                    ? new VoterRow(ordinal, voter.type(), voter.ownerId(), null, null)
                    : new VoterRow(
                            ordinal,
                            voter.type(),
                            voter.ownerId(),
                            share.numerator().longValueExact(),
                            share.denominator().longValueExact());
        }
    }
}
