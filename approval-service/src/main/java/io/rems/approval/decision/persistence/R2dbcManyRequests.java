package io.rems.approval.decision.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ApprovalRequest.Escalated;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Seat;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.StaleVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Many requests in a handful of statements, as time brings something about all of them at once. */
@Repository
class R2dbcManyRequests {

    private static final String OF = RequestRow.ALL + " AND r.expense_id = ANY(:expenses)";

    private static final String SEATS = """
            SELECT s.*, coalesce(m.into_owner_id, s.owner_id) AS holder_id
              FROM approval_seat s
              JOIN expense e ON e.firm_id = s.firm_id AND e.id = s.expense_id AND e.round = s.round
              LEFT JOIN merged_owner m ON m.firm_id = s.firm_id AND m.owner_id = s.owner_id
             WHERE s.firm_id = :firm AND s.expense_id = ANY(:expenses)
             ORDER BY s.expense_id, s.position""";

    private static final String MOVE = """
            UPDATE expense e SET state = moved.state, version = e.version + moved.events
              FROM unnest(:expenses, :versions, :states, :events) AS moved (expense, version, state, events)
             WHERE e.firm_id = :firm AND e.id = moved.expense AND e.version = moved.version""";

    private static final String ESCALATE = """
            UPDATE approval_request r SET escalated_at = escalated.at, escalated_because = escalated.cause
              FROM unnest(:expenses, :rounds, CAST(:instants AS timestamptz[]), :causes)
                   AS escalated (expense, round, at, cause)
             WHERE r.firm_id = :firm AND r.expense_id = escalated.expense AND r.round = escalated.round
               AND r.escalated_at IS NULL""";

    private final FirmSql database;

    R2dbcManyRequests(FirmSql database) {
        this.database = database;
    }

    /** Those who are held already; what is not before anyone any more is left out. */
    Mono<List<Versioned<ApprovalRequest>>> of(List<ExpenseId> expenses) {
        return database.sql(OF)
                .bind("expenses", ids(expenses.stream()))
                .list(RequestRow::of)
                .flatMap(rows -> seats(expenses)
                        .map(seats -> rows.stream()
                                .map(row -> new Versioned<>(
                                        row.with(seats.getOrDefault(row.matter().expense(), List.of())), row.version()))
                                .toList()));
    }

    /** @param events how many happened to each */
    Mono<Void> save(List<Versioned<ApprovalRequest>> requests, List<Integer> events) {
        return move(requests, events)
                .then(Mono.defer(() -> escalate(requests.stream()
                        .map(Versioned::value)
                        .filter(Escalated.class::isInstance)
                        .map(Escalated.class::cast)
                        .toList())));
    }

    private Mono<Map<ExpenseId, List<Seat>>> seats(List<ExpenseId> expenses) {
        return database.sql(SEATS)
                .bind("expenses", ids(expenses.stream()))
                .list(row -> Map.entry(new ExpenseId(row.get("expense_id", UUID.class)), SeatRow.seat(row)))
                .map(rows ->
                        rows.stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList()))));
    }

    private Mono<Void> move(List<Versioned<ApprovalRequest>> requests, List<Integer> events) {
        return database.sql(MOVE)
                .bind("expenses", ids(requests.stream().map(request -> expense(request.value()))))
                .bind("versions", array(requests, Long[]::new, Versioned::version))
                .bind(
                        "states",
                        array(
                                requests,
                                String[]::new,
                                request -> RequestState.of(request.value()).name()))
                .bind("events", events.toArray(Integer[]::new))
                .update()
                .flatMap(rows -> rows == requests.size() ? Mono.empty() : Mono.error(new StaleVersion()));
    }

    /** Who was escalated before stays it since then. */
    private Mono<Void> escalate(List<Escalated> escalated) {
        return escalated.isEmpty()
                ? Mono.empty()
                : database.sql(ESCALATE)
                        .bind("expenses", ids(escalated.stream().map(R2dbcManyRequests::expense)))
                        .bind(
                                "rounds",
                                array(
                                        escalated,
                                        Integer[]::new,
                                        request -> request.matter().round().number()))
                        .bind("instants", array(escalated, Instant[]::new, Escalated::at))
                        .bind(
                                "causes",
                                array(
                                        escalated,
                                        String[]::new,
                                        request -> request.cause().name()))
                        .update()
                        .then();
    }

    private static ExpenseId expense(ApprovalRequest request) {
        return request.matter().expense();
    }

    private static UUID[] ids(Stream<ExpenseId> expenses) {
        return expenses.map(ExpenseId::value).toArray(UUID[]::new);
    }

    private static <S, T> T[] array(List<S> of, IntFunction<T[]> array, Function<S, T> part) {
        return of.stream().map(part).toArray(array);
    }
}
