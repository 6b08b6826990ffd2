package io.rems.reporting.portfolio;

import io.rems.platform.Money;
import io.rems.platform.database.FirmSql;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each owner's part of each approved expense, and their sums by property and month. */
@Component
class R2dbcOwnerExpenses {
    private static final String APPROVED = """
            SELECT id, property_id, amount_minor, currency, spent_on FROM expense
             WHERE firm_id = :firm AND state IN ('APPROVED', 'PAID') AND amount_minor IS NOT NULL AND\
            """;
    private static final String BY_ID = APPROVED + " id = :id AND property_id IS NOT NULL AND spent_on IS NOT NULL";
    private static final String SINCE = APPROVED + " property_id = :property AND spent_on >= :since";
    private static final String WITHDRAW = """
            WITH gone AS (
                DELETE FROM expense_part WHERE firm_id = :firm AND expense_id = ANY (:expenses)
                RETURNING owner_id, property_id, month, currency, part_minor)
            UPDATE owner_expenses o
               SET expenses = o.expenses - g.expenses, sum_minor = o.sum_minor - g.sum_minor
              FROM (SELECT owner_id, property_id, month, currency, count(*) AS expenses, sum(part_minor) AS sum_minor
                      FROM gone GROUP BY owner_id, property_id, month, currency) g
             WHERE o.firm_id = :firm AND o.owner_id = g.owner_id AND o.property_id = g.property_id
               AND o.month = g.month AND o.currency = g.currency
            """;
    private static final String ADD = """
            WITH added AS (
                INSERT INTO expense_part (firm_id, expense_id, owner_id, property_id, month, currency, part_minor)
                SELECT :firm, expense, owner, property, month, currency, part
                  FROM jsonb_to_recordset(CAST(:parts AS jsonb))
                       AS p (expense uuid, owner uuid, property uuid, month date, currency text, part bigint)
                RETURNING owner_id, property_id, month, currency, part_minor)
            INSERT INTO owner_expenses (firm_id, owner_id, property_id, month, currency, expenses, sum_minor)
            SELECT :firm, owner_id, property_id, month, currency, count(*), sum(part_minor)
              FROM added GROUP BY owner_id, property_id, month, currency
            ON CONFLICT (firm_id, owner_id, property_id, month, currency) DO UPDATE
               SET expenses = owner_expenses.expenses + excluded.expenses,
                   sum_minor = owner_expenses.sum_minor + excluded.sum_minor
            """;

    private final FirmSql database;
    private final JsonMapper json;

    R2dbcOwnerExpenses(FirmSql database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The expense, if it is approved and all is known that dividing it needs. */
    Mono<ApprovedExpense> approved(UUID expense) {
        return database.sql(BY_ID).bind("id", expense).one(ApprovedExpense::of);
    }

    Mono<List<ApprovedExpense>> approvedSince(UUID property, LocalDate since) {
        return database.sql(SINCE)
                .bind("property", property)
                .bind("since", since)
                .list(ApprovedExpense::of);
    }

    Mono<Void> withdraw(List<UUID> expenses) {
        return database.sql(WITHDRAW)
                .bind("expenses", expenses.toArray(UUID[]::new))
                .update()
                .then();
    }

    /** Divides expenses of one property by its ownership on the day of each. */
    Mono<Void> add(List<ApprovedExpense> expenses, OwnershipTable ownership) {
        var parts =
                expenses.stream().flatMap(expense -> parts(expense, ownership)).toList();
        return parts.isEmpty()
                ? Mono.empty()
                : database.sql(ADD)
                        .bind("parts", json.writeValueAsString(parts))
                        .update()
                        .then();
    }

    private static Stream<PartRow> parts(ApprovedExpense expense, OwnershipTable ownership) {
        var divided = Division.of(expense.amount(), ownership.on(expense.date()));
        return divided.entrySet().stream().map(part -> PartRow.of(expense, part.getKey(), part.getValue()));
    }

    private record PartRow(UUID expense, UUID owner, UUID property, LocalDate month, String currency, long part) {

        static PartRow of(ApprovedExpense expense, UUID owner, Money part) {
            return new PartRow(
                    expense.id(),
                    owner,
                    expense.property(),
                    expense.date().withDayOfMonth(1),
                    part.currency().getCurrencyCode(),
                    part.minor());
        }
    }
}
