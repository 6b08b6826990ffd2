package io.rems.reporting.portfolio;

import io.r2dbc.spi.Row;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import io.rems.reporting.portfolio.OwnerPortfolio.ApprovedExpenses;
import io.rems.reporting.portfolio.OwnerPortfolio.HeldProperty;
import io.rems.reporting.portfolio.OwnerPortfolio.OwnerName;
import io.rems.reporting.portfolio.OwnerPortfolio.Summary;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads an owner's portfolio; the cost follows what he holds, not what the firm has. */
@Component
class R2dbcPortfolios {
    private static final String HEAD = """
            SELECT o.name, d.day, n.as_of,
                   (SELECT count(DISTINCT property_id) FROM holding
                     WHERE firm_id = :firm AND owner_id = :owner AND held_from <= d.day
                       AND (held_to IS NULL OR held_to > d.day)) AS properties,
                   (SELECT count(*) FROM awaited_vote WHERE firm_id = :firm AND owner_id = :owner) AS pending
              FROM (SELECT CAST(:firm AS uuid) AS firm_id) z
              LEFT JOIN owner o ON o.firm_id = z.firm_id AND o.id = :owner
              LEFT JOIN firm f ON f.firm_id = z.firm_id
              LEFT JOIN freshness n ON n.firm_id = z.firm_id,
                   LATERAL (SELECT coalesce(CAST(:date AS date),
                                            CAST(CAST(:now AS timestamptz) AT TIME ZONE
                                                 coalesce(f.time_zone, 'Asia/Kuwait') AS date)) AS day) d
             WHERE o.id IS NOT NULL
                OR EXISTS (SELECT FROM holding WHERE firm_id = :firm AND owner_id = :owner)
            """;

    private final FirmSql database;
    private final Transactions transactions;
    private final R2dbcExpenseSums sums;
    private final Clock clock;

    R2dbcPortfolios(FirmSql database, Transactions transactions, R2dbcExpenseSums sums, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.sums = sums;
        this.clock = clock;
    }

    /** @param date today in the firm's time zone when not given */
    Mono<OwnerPortfolio> of(UUID owner, @Nullable LocalDate date, ListQuery query) {
        return transactions.inFirm(head(owner, date)
                .switchIfEmpty(Mono.error(() -> new NotFound("owner", owner)))
                .flatMap(head -> held(owner, head.day(), query)
                        .flatMap(page -> sums.inAll(owner, head.day()).map(all -> head.portfolio(owner, page, all)))));
    }

    private Mono<Head> head(UUID owner, @Nullable LocalDate date) {
        return database.sql(HEAD)
                .bind("owner", owner)
                .bindNullable("date", date, LocalDate.class)
                .bind("now", clock.instant())
                .one(Head::of);
    }

    private Mono<Page<HeldProperty>> held(UUID owner, LocalDate day, ListQuery query) {
        return Listing.of(database, HeldPropertyRow.SELECT)
                .bind("owner", owner)
                .bind("date", day)
                .sortable("code", "sorted_code", String.class)
                .orderedBy("code")
                .searchable("code", "name", "location")
                .page(query, HeldPropertyRow::read)
                .flatMap(page -> sums.byProperty(owner, day, ids(page))
                        .map(found -> page.map(
                                property -> property.with(found.getOrDefault(property.propertyId(), List.of())))));
    }

    private static List<UUID> ids(Page<HeldProperty> page) {
        return page.items().stream().map(HeldProperty::propertyId).toList();
    }

    private record Head(
            @Nullable String name,
            LocalDate day,
            long properties,
            long pending,
            @Nullable Instant asOf) {

        static Head of(Row row) {
            return new Head(
                    row.get("name", String.class),
                    Objects.requireNonNull(row.get("day", LocalDate.class)),
                    Objects.requireNonNull(row.get("properties", Long.class)),
                    Objects.requireNonNull(row.get("pending", Long.class)),
                    row.get("as_of", Instant.class));
        }

        OwnerPortfolio portfolio(UUID owner, Page<HeldProperty> page, List<ApprovedExpenses> expenses) {
            return new OwnerPortfolio(
                    day,
                    new OwnerName(owner, name),
                    new Summary(properties, pending, expenses),
                    page.items(),
                    page.next(),
                    asOf);
        }
    }
}
