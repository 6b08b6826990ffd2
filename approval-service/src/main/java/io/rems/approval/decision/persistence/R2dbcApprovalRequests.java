package io.rems.approval.decision.persistence;

import io.rems.approval.decision.ApprovalRequests;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Decision;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Verdict;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.StaleVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcApprovalRequests implements ApprovalRequests {

    private static final String HOLD = """
            SELECT id FROM expense WHERE firm_id = :firm AND id = :expense FOR UPDATE""";

    private static final String IS_RECORDED = """
            SELECT EXISTS (SELECT FROM expense WHERE firm_id = :firm AND id = :expense) AS recorded""";

    private static final String MOVE = """
            UPDATE expense SET state = :state, version = version + :events
             WHERE firm_id = :firm AND id = :expense AND version = :version""";

    private static final String ADD = """
            INSERT INTO approval_request
                   (firm_id, expense_id, round, rule, self_approval, requested_at, deadline, decided_at, verdict)
            VALUES (:firm, :expense, (SELECT round FROM expense WHERE firm_id = :firm AND id = :expense), :rule,
                    :self_approval, :requested_at, :deadline, :decided_at, :verdict)""";

    /** Requests of earlier rounds are history. */
    private static final String THIS_ROUND = """

             WHERE firm_id = :firm AND expense_id = :expense
               AND round = (SELECT round FROM expense WHERE firm_id = :firm AND id = :expense)""";

    private static final String RESEAT = """
            UPDATE approval_request SET rule = :rule""" + THIS_ROUND;

    private static final String DECIDE = """
            UPDATE approval_request SET decided_by = :by, decided_at = :at, verdict = :verdict, comment = :comment""" + THIS_ROUND;

    private static final String WAIT_NO_MORE = """
            DELETE FROM approval_deadline WHERE firm_id = :firm AND expense_id = :expense""";

    private final FirmSql database;
    private final R2dbcSeats seats;
    private final R2dbcInterruptions interruptions;
    private final R2dbcManyRequests many;

    R2dbcApprovalRequests(
            FirmSql database, R2dbcSeats seats, R2dbcInterruptions interruptions, R2dbcManyRequests many) {
        this.database = database;
        this.seats = seats;
        this.interruptions = interruptions;
        this.many = many;
    }

    @Override
    public Mono<Versioned<ApprovalRequest>> hold(ExpenseId id) {
        return database.sql(HOLD)
                .bind("expense", id.value())
                .one(_ -> id)
                .flatMap(_ -> database.sql(RequestRow.FIND)
                        .bind("expense", id.value())
                        .one(RequestRow::of))
                .flatMap(row -> seats.of(id).map(found -> new Versioned<>(row.with(found), row.version())));
    }

    @Override
    public Mono<List<Versioned<ApprovalRequest>>> held(List<ExpenseId> ids) {
        return many.of(ids);
    }

    @Override
    public Mono<Void> saveAll(List<Versioned<ApprovalRequest>> requests, List<Integer> events) {
        return many.save(requests, events);
    }

    @Override
    public Mono<Boolean> isRecorded(ExpenseId id) {
        return database.sql(IS_RECORDED)
                .bind("expense", id.value())
                .one(row -> Boolean.TRUE.equals(row.get("recorded", Boolean.class)));
    }

    @Override
    public Mono<Void> add(Versioned<ApprovalRequest> request, int events) {
        var value = request.value();
        return move(request, events)
                .then(
                        switch (value) {
                            case ApprovalRequest.Pending pending ->
                                insert(value, pending.requestedAt(), pending.deadline(), null, null);
                            case ApprovalRequest.Decided decided -> {
                                var at = decided.decision().at();
                                yield insert(
                                        value, at, null, at, decided.decision().verdict());
                            }
                            case ApprovalRequest.Escalated _, ApprovalRequest.Returned _, ApprovalRequest.Withdrawn _ ->
                                throw new IllegalStateException("Nothing begins " + RequestState.of(value));
                        })
                .then(seats.add(value));
    }

    @Override
    public Mono<Void> save(Versioned<ApprovalRequest> request, int events) {
        var value = request.value();
        return move(request, events)
                .then(
                        switch (value) {
                            case ApprovalRequest.Open _ -> Mono.<Void>empty();
                            case ApprovalRequest.Returned returned ->
                                interruptions.add(value, returned.reason()).then(waitNoMore(value));
                            case ApprovalRequest.Withdrawn withdrawn ->
                                interruptions.add(value, withdrawn.reason()).then(waitNoMore(value));
                            case ApprovalRequest.Decided decided ->
                                decide(decided.decision(), value).then(waitNoMore(value));
                        })
                .then(seats.save(value));
    }

    @Override
    public Mono<Void> reseat(Versioned<ApprovalRequest> request, int events) {
        var value = request.value();
        return move(request, events)
                .then(statement(RESEAT, value)
                        .bind("rule", value.ballot().rule().name())
                        .update())
                .then(seats.replace(value.matter().expense(), value.ballot()));
    }

    /** First of all, for it holds the expense against everybody else until the end of the transaction. */
    private Mono<Void> move(Versioned<ApprovalRequest> request, int events) {
        return statement(MOVE, request.value())
                .bind("state", RequestState.of(request.value()).name())
                .bind("version", request.version())
                .bind("events", events)
                .update()
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new StaleVersion()));
    }

    private Mono<Void> insert(
            ApprovalRequest request,
            Instant requestedAt,
            @Nullable Instant deadline,
            @Nullable Instant decidedAt,
            @Nullable Verdict verdict) {
        return statement(ADD, request)
                .bind("rule", request.ballot().rule().name())
                .bind("self_approval", request.matter().selfApproval())
                .bind("requested_at", requestedAt)
                .bindNullable("deadline", deadline, Instant.class)
                .bindNullable("decided_at", decidedAt, Instant.class)
                .bindNullable("verdict", verdict == null ? null : verdict.name(), String.class)
                .update()
                .then();
    }

    private Mono<Void> decide(Decision decision, ApprovalRequest request) {
        var by = decision.by();
        return statement(DECIDE, request)
                .bindNullable("by", by == null ? null : by.value(), UUID.class)
                .bind("at", decision.at())
                .bind("verdict", decision.verdict().name())
                .bindNullable("comment", decision.comment(), String.class)
                .update()
                .then();
    }

    private Mono<Void> waitNoMore(ApprovalRequest request) {
        return statement(WAIT_NO_MORE, request).update().then();
    }

    private FirmSql.Statement statement(String text, ApprovalRequest request) {
        return database.sql(text).bind("expense", request.matter().expense().value());
    }
}
