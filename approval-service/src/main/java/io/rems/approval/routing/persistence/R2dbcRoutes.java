package io.rems.approval.routing.persistence;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.approval.routing.Routes;
import io.rems.approval.routing.domain.Claim;
import io.rems.approval.routing.domain.Route;
import io.rems.approval.routing.domain.SplitWindow;
import io.rems.platform.Money;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcRoutes implements Routes {

    private static final String TAKE_TURN = """
            INSERT INTO routing_turn (firm_id, property_id, taken_at) VALUES (:firm, :property, :now)
            ON CONFLICT (firm_id, property_id) DO UPDATE SET taken_at = excluded.taken_at
            RETURNING (SELECT name FROM property WHERE firm_id = :firm AND id = :property) AS property_name""";

    /** What names no vendor counts together too, or leaving him out would be the way around. */
    private static final String OTHERS = """
            SELECT CAST(coalesce(sum(amount_minor), 0) AS bigint) AS minor
              FROM expense
             WHERE firm_id = :firm AND property_id = :property AND id <> :expense
               AND expense_date BETWEEN :from AND :to
               AND vendor_id IS NOT DISTINCT FROM :vendor
               AND currency = :currency
               AND state NOT IN ('DRAFT', 'WITHDRAWN', 'REJECTED', 'VOID')""";

    private static final String KEEP = """
            INSERT INTO expense_route (firm_id, expense_id, round, amount_minor, currency, limit_minor, limit_currency, others_minor, split_window,
                                       wanted_rule, within_limit, ownership_as_of)
            VALUES (:firm, :expense, (SELECT round FROM expense WHERE firm_id = :firm AND id = :expense),
                    :amount_minor, :currency, :limit_minor, :limit_currency, :others_minor, :split_window,
                    :wanted_rule, :within_limit, :ownership_as_of)""";

    private static final String WANTED_RULE = """
            SELECT wanted_rule FROM expense_route
             WHERE firm_id = :firm AND expense_id = :expense
               AND round = (SELECT round FROM expense WHERE firm_id = :firm AND id = :expense)""";

    private final FirmSql database;

    R2dbcRoutes(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Turn> takeTurn(PropertyId property, Instant now) {
        return database.sql(TAKE_TURN)
                .bind("property", property.value())
                .bind("now", now)
                .one(row -> new Turn(row.get("property_name", String.class)));
    }

    @Override
    public Mono<Money> others(Claim claim, SplitWindow window) {
        var currency = claim.amount().currency();
        return database.sql(OTHERS)
                .bind("property", claim.property().value())
                .bind("expense", claim.expense().value())
                .bind("from", window.from())
                .bind("to", window.to())
                .bindNullable("vendor", claim.vendor(), UUID.class)
                .bind("currency", currency.getCurrencyCode())
                .one(row -> new Money(row.get("minor", Long.class), currency));
    }

    @Override
    public Mono<Rule> wantedRule(ExpenseId expense) {
        return database.sql(WANTED_RULE)
                .bind("expense", expense.value())
                .one(row -> Rule.valueOf(row.get("wanted_rule", String.class)));
    }

    @Override
    public Mono<Void> keep(Route route) {
        var policy = route.policy();
        return database.sql(KEEP)
                .bind("expense", route.claim().expense().value())
                .bind("amount_minor", route.claim().amount().minor())
                .bind("currency", route.claim().amount().currency().getCurrencyCode())
                .bind("limit_minor", policy.limit().minor())
                .bind("limit_currency", policy.limit().currency().getCurrencyCode())
                .bind("others_minor", route.others().minor())
                .bind("split_window", policy.splitWindow().toString())
                .bind("wanted_rule", policy.rule().name())
                .bind("within_limit", route.isWithinLimit())
                .bind("ownership_as_of", route.ownership().asOf())
                .update()
                .then();
    }
}
