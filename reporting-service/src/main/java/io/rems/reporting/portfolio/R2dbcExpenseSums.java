package io.rems.reporting.portfolio;

import io.r2dbc.spi.Row;
import io.rems.platform.Money;
import io.rems.platform.database.FirmSql;
import io.rems.reporting.portfolio.OwnerPortfolio.ApprovedExpenses;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads an owner's part of approved expenses from the sums by property and month. */
@Component
class R2dbcExpenseSums {
    private static final String SUMS = """
            currency, CAST(sum(expenses) AS bigint) AS expenses, CAST(sum(sum_minor) AS bigint) AS total_minor,
                   CAST(coalesce(sum(sum_minor) FILTER (WHERE month >= :year AND month < :following), 0) AS bigint)
                       AS year_minor
              FROM owner_expenses
             WHERE firm_id = :firm AND owner_id = :owner
            """;
    private static final String IN_ALL =
            "SELECT " + SUMS + " GROUP BY currency HAVING sum(expenses) > 0 ORDER BY currency";
    private static final String BY_PROPERTY = "SELECT property_id, " + SUMS + """
               AND property_id = ANY (:properties)
             GROUP BY property_id, currency HAVING sum(expenses) > 0 ORDER BY property_id, currency
            """;

    private final FirmSql database;

    R2dbcExpenseSums(FirmSql database) {
        this.database = database;
    }

    Mono<List<ApprovedExpenses>> inAll(UUID owner, LocalDate date) {
        return query(IN_ALL, owner, date).list(R2dbcExpenseSums::sums);
    }

    Mono<Map<UUID, List<ApprovedExpenses>>> byProperty(UUID owner, LocalDate date, List<UUID> properties) {
        return query(BY_PROPERTY, owner, date)
                .bind("properties", properties.toArray(UUID[]::new))
                .list(row -> Map.entry(Objects.requireNonNull(row.get("property_id", UUID.class)), sums(row)))
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private FirmSql.Statement query(String text, UUID owner, LocalDate date) {
        var year = date.withDayOfYear(1);
        return database.sql(text).bind("owner", owner).bind("year", year).bind("following", year.plusYears(1));
    }

    private static ApprovedExpenses sums(Row row) {
        var currency = Currency.getInstance(row.get("currency", String.class));
        return new ApprovedExpenses(
                Objects.requireNonNull(row.get("expenses", Long.class)),
                new Money(Objects.requireNonNull(row.get("total_minor", Long.class)), currency),
                new Money(Objects.requireNonNull(row.get("year_minor", Long.class)), currency));
    }
}
