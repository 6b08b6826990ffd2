package io.rems.approval.routing.persistence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.EscalationCause;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.routing.RoutingView;
import io.rems.approval.routing.RoutingView.AddedUp;
import io.rems.approval.routing.RoutingView.DecisionView;
import io.rems.approval.routing.RoutingView.LimitView;
import io.rems.approval.routing.RoutingView.RemarkView;
import io.rems.approval.routing.RoutingView.Snapshot;
import io.rems.approval.routing.RoutingViews;
import io.rems.platform.Money;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcRoutingViews implements RoutingViews {

    private static final String ROUTE = """
            SELECT x.*, CAST(x.limits AS text) AS limits_text, r.rule, r.self_approval, r.requested_at, r.deadline, r.escalated_at, r.escalated_because,
                   r.verdict, r.decided_by, r.decided_at, r.comment, b.reason AS returned_reason, b.said_by AS returned_by,
                   b.said_at AS returned_at, b.on_behalf_of AS returned_for, w.on_behalf_of AS withdrawn_for, w.reason AS withdrawn_reason, w.said_by AS withdrawn_by,
                   w.said_at AS withdrawn_at,
                   (SELECT CAST(coalesce(jsonb_agg(other.value ORDER BY other.ordinality), '[]') AS text)
                      FROM jsonb_array_elements(x.others) WITH ORDINALITY AS other
                     WHERE CAST(:owner AS uuid) IS NULL OR EXISTS (
                           SELECT FROM ownership_period h
                            WHERE h.firm_id = x.firm_id AND h.owner_id = :owner AND h.property_id = e.property_id
                              AND h.valid_from <= CAST(other.value ->> 'date' AS date)
                              AND (h.valid_to IS NULL OR h.valid_to > CAST(other.value ->> 'date' AS date))))
                       AS others_shown
              FROM expense_route x
              JOIN expense e ON e.firm_id = x.firm_id AND e.id = x.expense_id
              JOIN approval_request r ON r.firm_id = x.firm_id AND r.expense_id = x.expense_id AND r.round = x.round
              LEFT JOIN approval_interruption b ON b.firm_id = x.firm_id AND b.expense_id = x.expense_id
                    AND b.round = x.round AND b.kind = 'RETURNED'
              LEFT JOIN approval_interruption w ON w.firm_id = x.firm_id AND w.expense_id = x.expense_id
                    AND w.round = x.round AND w.kind = 'WITHDRAWN'
             WHERE x.firm_id = :firm AND x.expense_id = :expense AND x.round = :round""";

    private static final TypeReference<List<KeptLimit>> LIMITS = new TypeReference<>() {};
    private static final TypeReference<List<KeptOther>> OTHERS = new TypeReference<>() {};

    private final FirmSql database;
    private final JsonMapper json;

    R2dbcRoutingViews(FirmSql database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<RoutingView> of(ExpenseId expense, @Nullable Integer round) {
        return view(expense, round, null, _ -> true);
    }

    @Override
    public Mono<RoutingView> of(ExpenseId expense, @Nullable Integer round, OwnerId holder) {
        return view(
                expense,
                round,
                holder,
                seats -> seats.stream()
                        .anyMatch(seat -> holder.value().equals(seat.holder().ownerId())));
    }

    private Mono<RoutingView> view(
            ExpenseId expense, @Nullable Integer round, @Nullable OwnerId owner, Predicate<List<RoutedSeat>> visible) {
        return database.sql(RoutedSeat.ALL)
                .bind("expense", expense.value())
                .bindNullable("round", round, Integer.class)
                .bindNullable("viewer", owner == null ? null : owner.value(), UUID.class)
                .list(RoutedSeat::of)
                .filter(seats -> !seats.isEmpty() && visible.test(seats))
                .flatMap(seats -> database.sql(ROUTE)
                        .bind("expense", expense.value())
                        .bind("round", seats.getFirst().round())
                        .bindNullable("owner", owner == null ? null : owner.value(), UUID.class)
                        .one(row -> view(row, seats)));
    }

    private RoutingView view(Row row, List<RoutedSeat> seats) {
        var amount = money(row, "amount_minor", "currency");
        var others = money(row, "others_minor", "currency");
        return new RoutingView(
                row.get("expense_id", UUID.class),
                row.get("round", Integer.class),
                row.get("within_limit", Boolean.class),
                Rule.valueOf(row.get("rule", String.class)),
                Rule.valueOf(row.get("wanted_rule", String.class)),
                propertyRule(row),
                money(row, "limit_minor", "limit_currency"),
                limits(row),
                amount,
                others,
                addedUp(row, amount.currency()),
                amount.plus(others),
                row.get("split_window", String.class),
                row.get("self_approval", Boolean.class),
                row.get("requested_at", Instant.class),
                row.get("deadline", Instant.class),
                row.get("escalated_at", Instant.class),
                because(row),
                decision(row),
                remark(row, "returned"),
                remark(row, "withdrawn"),
                new Snapshot(
                        row.get("ownership_as_of", LocalDate.class),
                        seats.stream().map(RoutedSeat::holder).toList()),
                seats.stream().filter(RoutedSeat::votes).map(RoutedSeat::voter).toList(),
                List.of());
    }

    private List<LimitView> limits(Row row) {
        return json.readValue(requireNonNull(row.get("limits_text", String.class)), LIMITS).stream()
                .map(KeptLimit::view)
                .toList();
    }

    private AddedUp addedUp(Row row, Currency currency) {
        var others = json.readValue(requireNonNull(row.get("others_shown", String.class)), OTHERS);
        return new AddedUp(
                row.get("others_count", Integer.class),
                others.stream().map(other -> other.view(currency)).toList());
    }

    private static @Nullable EscalationCause because(Row row) {
        var cause = row.get("escalated_because", String.class);
        return cause == null ? null : EscalationCause.valueOf(cause);
    }

    private static @Nullable Rule propertyRule(Row row) {
        var rule = row.get("property_rule", String.class);
        return rule == null ? null : Rule.valueOf(rule);
    }

    private static @Nullable DecisionView decision(Row row) {
        var verdict = row.get("verdict", String.class);
        return verdict == null
                ? null
                : new DecisionView(
                        Verdict.valueOf(verdict),
                        row.get("decided_by", UUID.class),
                        row.get("decided_at", Instant.class),
                        row.get("comment", String.class));
    }

    private static @Nullable RemarkView remark(Row row, String kind) {
        var reason = row.get(kind + "_reason", String.class);
        var owners = row.get(kind + "_for", UUID[].class);
        return reason == null
                ? null
                : new RemarkView(
                        reason,
                        row.get(kind + "_by", UUID.class),
                        row.get(kind + "_at", Instant.class),
                        owners == null ? List.of() : List.of(owners));
    }

    private static Money money(Row row, String minor, String currency) {
        return new Money(row.get(minor, Long.class), Currency.getInstance(row.get(currency, String.class)));
    }
}
