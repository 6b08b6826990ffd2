package io.rems.approval.decision.persistence;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Ballot;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Seat;
import io.rems.approval.decision.domain.Substitute;
import io.rems.platform.database.FirmSql;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The seats of a ballot, in their order. */
@Repository
class R2dbcSeats {

    private static final String OF = """
            SELECT s.owner_id, coalesce(m.into_owner_id, s.owner_id) AS holder_id, s.share, s.primary_contact, s.verdict,
                   s.voted_by, s.voted_at, s.comment, s.said_on, s.delegations, s.handed_over, s.handed_to
              FROM approval_seat s
              LEFT JOIN merged_owner m ON m.firm_id = s.firm_id AND m.owner_id = s.owner_id
             WHERE s.firm_id = :firm AND s.expense_id = :expense
               AND s.round = (SELECT round FROM expense WHERE firm_id = :firm AND id = :expense)
             ORDER BY s.position""";

    private static final String ADD = """
            INSERT INTO approval_seat (firm_id, expense_id, round, position, owner_id, share, primary_contact, votes, awaited)
            SELECT e.firm_id, e.id, e.round, s.position - 1, s.owner, s.share, s.primary_contact, s.votes, s.votes AND :open
              FROM expense e,
                   unnest(:owners, :shares, :contacts, :votes) WITH ORDINALITY
                   AS s (owner, share, primary_contact, votes, position)
             WHERE e.firm_id = :firm AND e.id = :expense""";

    private static final String HAND_OVER = """
            UPDATE approval_seat SET handed_over = true, handed_to = :user
             WHERE firm_id = :firm AND expense_id = :expense AND position = :position AND verdict IS NULL
               AND round = (SELECT round FROM expense WHERE firm_id = :firm AND id = :expense)""";

    private static final String CLEAR = """
            DELETE FROM approval_seat
             WHERE firm_id = :firm AND expense_id = :expense
               AND round = (SELECT round FROM expense WHERE firm_id = :firm AND id = :expense)""";

    private static final String MARK = """
            UPDATE approval_seat
               SET verdict = :verdict, voted_by = :by, voted_at = :at, comment = :comment, said_on = :said_on,
                   delegations = :delegations, awaited = false
             WHERE firm_id = :firm AND expense_id = :expense AND position = :position AND verdict IS NULL
               AND round = (SELECT round FROM expense WHERE firm_id = :firm AND id = :expense)""";

    private static final String AWAIT_NONE = """
            UPDATE approval_seat SET awaited = false
             WHERE firm_id = :firm AND expense_id = :expense AND awaited""";

    private final FirmSql database;

    R2dbcSeats(FirmSql database) {
        this.database = database;
    }

    Mono<List<Seat>> of(ExpenseId expense) {
        return database.sql(OF).bind("expense", expense.value()).list(SeatRow::seat);
    }

    /** What begins decided awaits nobody. */
    Mono<Void> add(ApprovalRequest request) {
        var open = request instanceof ApprovalRequest.Open;
        return add(request.matter().expense(), request.ballot(), open);
    }

    private Mono<Void> add(ExpenseId expense, Ballot ballot, boolean open) {
        var seats = ballot.seats();
        var voting = ballot.voting();
        return database.sql(ADD)
                .bind("expense", expense.value())
                .bind("open", open)
                .bind("owners", array(seats, UUID[]::new, SeatRow::owner))
                .bind("shares", array(seats, String[]::new, seat -> seat.share().toString()))
                .bind("contacts", array(seats, Boolean[]::new, Seat::primaryContact))
                .bind("votes", array(seats, Boolean[]::new, voting::contains))
                .update()
                .then();
    }

    private static <T> T[] array(List<Seat> seats, IntFunction<T[]> array, Function<Seat, @Nullable T> part) {
        return seats.stream().map(part).toArray(array);
    }

    Mono<Void> replace(ExpenseId expense, Ballot ballot) {
        return database.sql(CLEAR)
                .bind("expense", expense.value())
                .update()
                .then(add(expense, ballot, true))
                .then(mark(expense, ballot));
    }

    /** What was voted, and that nobody is asked any more once it is over. */
    Mono<Void> save(ApprovalRequest request) {
        var expense = request.matter().expense();
        var marked = mark(expense, request.ballot());
        return switch (request) {
            case ApprovalRequest.Open _ -> marked;
            case ApprovalRequest.Closed _ ->
                marked.then(database.sql(AWAIT_NONE)
                        .bind("expense", expense.value())
                        .update()
                        .then());
        };
    }

    private Mono<Void> mark(ExpenseId expense, Ballot ballot) {
        return Flux.fromStream(IntStream.range(0, ballot.seats().size()).boxed())
                .concatMap(position -> mark(expense, position, ballot.seats().get(position)))
                .then();
    }

    private Mono<Long> mark(ExpenseId expense, int position, Seat seat) {
        var vote = seat.vote();
        if (vote == null) {
            var substitute = seat.substitute();
            return substitute == null ? Mono.empty() : handOver(expense, position, substitute);
        }
        return database.sql(MARK)
                .bind("expense", expense.value())
                .bind("position", position)
                .bind("verdict", vote.verdict().name())
                .bind("by", vote.by().value())
                .bind("at", vote.at())
                .bindNullable("comment", vote.comment(), String.class)
                .bindNullable("said_on", vote.saidOn(), LocalDate.class)
                .bindNullable("delegations", SeatRow.delegations(vote), UUID[].class)
                .update();
    }

    private Mono<Long> handOver(ExpenseId expense, int position, Substitute to) {
        return database.sql(HAND_OVER)
                .bind("expense", expense.value())
                .bind("position", position)
                .bindNullable("user", SeatRow.user(to), UUID.class)
                .update();
    }
}
