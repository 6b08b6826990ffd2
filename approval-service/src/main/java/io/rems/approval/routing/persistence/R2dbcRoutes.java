package io.rems.approval.routing.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.approval.routing.Routes;
import io.rems.approval.routing.domain.Claim;
import io.rems.approval.routing.domain.Others;
import io.rems.approval.routing.domain.Others.Other;
import io.rems.approval.routing.domain.Route;
import io.rems.approval.routing.domain.SplitWindow;
import io.rems.platform.Money;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcRoutes implements Routes {

    private static final String TAKE_TURN = """
            INSERT INTO routing_turn (firm_id, property_id, taken_at) VALUES (:firm, :property, :now)
            ON CONFLICT (firm_id, property_id) DO UPDATE SET taken_at = excluded.taken_at
            RETURNING (SELECT name FROM property WHERE firm_id = :firm AND id = :property) AS property_name""";

    /** What names no vendor counts together too, or leaving him out would be the way around. */
    private static final String OTHERS = """
            SELECT id, expense_date, amount_minor, CAST(count(*) OVER () AS integer) AS expenses,
                   CAST(sum(amount_minor) OVER () AS bigint) AS total_minor
              FROM expense
             WHERE firm_id = :firm AND property_id = :property AND id <> :expense
               AND expense_date BETWEEN :from AND :to
               AND vendor_id IS NOT DISTINCT FROM :vendor
               AND currency = :currency
               AND state NOT IN ('DRAFT', 'WITHDRAWN', 'REJECTED', 'VOID')
             ORDER BY expense_date DESC, id
             LIMIT 100""";

    private static final String KEEP = """
            INSERT INTO expense_route (firm_id, expense_id, round, amount_minor, currency, limit_minor, limit_currency, others_minor, split_window,
                                       wanted_rule, property_rule, within_limit, ownership_as_of, limits, others, others_count)
            VALUES (:firm, :expense, (SELECT round FROM expense WHERE firm_id = :firm AND id = :expense),
                    :amount_minor, :currency, :limit_minor, :limit_currency, :others_minor, :split_window,
                    :wanted_rule, :property_rule, :within_limit, :ownership_as_of, CAST(:limits AS jsonb),
                    CAST(:others AS jsonb), :others_count)""";

    private static final String WANTED_RULE = """
            SELECT coalesce(property_rule, wanted_rule) AS wanted_rule FROM expense_route
             WHERE firm_id = :firm AND expense_id = :expense
               AND round = (SELECT round FROM expense WHERE firm_id = :firm AND id = :expense)""";

    private final FirmSql database;
    private final JsonMapper json;

    R2dbcRoutes(FirmSql database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Turn> takeTurn(PropertyId property, Instant now) {
        return database.sql(TAKE_TURN)
                .bind("property", property.value())
                .bind("now", now)
                .one(row -> new Turn(row.get("property_name", String.class)));
    }

    @Override
    public Mono<Others> others(Claim claim, SplitWindow window) {
        var currency = claim.amount().currency();
        return database.sql(OTHERS)
                .bind("property", claim.property().value())
                .bind("expense", claim.expense().value())
                .bind("from", window.from())
                .bind("to", window.to())
                .bindNullable("vendor", claim.vendor(), UUID.class)
                .bind("currency", currency.getCurrencyCode())
                .list(row -> AddedUp.of(row, currency))
                .map(rows -> AddedUp.together(rows, currency));
    }

    @Override
    public Mono<Rule> wantedRule(ExpenseId expense) {
        return database.sql(WANTED_RULE)
                .bind("expense", expense.value())
                .one(row -> Rule.valueOf(row.get("wanted_rule", String.class)));
    }

    @Override
    public Mono<Void> keep(Route route) {
        var terms = route.terms();
        var counting = terms.counting();
        return database.sql(KEEP)
                .bind("expense", route.claim().expense().value())
                .bind("amount_minor", route.claim().amount().minor())
                .bind("currency", route.claim().amount().currency().getCurrencyCode())
                .bind("limit_minor", counting.amount().minor())
                .bind("limit_currency", counting.amount().currency().getCurrencyCode())
                .bind("others_minor", route.others().sum().minor())
                .bind("others_count", route.others().count())
                .bind("split_window", terms.policy().splitWindow().toString())
                .bind("wanted_rule", terms.policy().rule().name())
                .bindNullable("property_rule", name(terms.propertyRule()), String.class)
                .bind("within_limit", route.isWithinLimit())
                .bind("ownership_as_of", route.ownership().asOf())
                .bind("limits", written(terms.limits(), limit -> KeptLimit.of(limit, counting)))
                .bind("others", written(route.others().latest(), KeptOther::of))
                .update()
                .then();
    }

    private <T> String written(List<T> values, Function<T, ?> kept) {
        return json.writeValueAsString(values.stream().map(kept).toList());
    }

    private static @Nullable String name(@Nullable Rule rule) {
        return rule == null ? null : rule.name();
    }

    /** One row of {@link #OTHERS}; each names the count and sum of all. */
    private record AddedUp(Other other, int count, long totalMinor) {

        static AddedUp of(Row row, Currency currency) {
            var other = new Other(
                    new ExpenseId(row.get("id", UUID.class)),
                    row.get("expense_date", LocalDate.class),
                    new Money(row.get("amount_minor", Long.class), currency));
            return new AddedUp(other, row.get("expenses", Integer.class), row.get("total_minor", Long.class));
        }

        static Others together(List<AddedUp> rows, Currency currency) {
            return rows.isEmpty()
                    ? Others.none(Money.zero(currency))
                    : new Others(
                            new Money(rows.getFirst().totalMinor, currency),
                            rows.getFirst().count,
                            rows.stream().map(AddedUp::other).toList());
        }
    }
}
