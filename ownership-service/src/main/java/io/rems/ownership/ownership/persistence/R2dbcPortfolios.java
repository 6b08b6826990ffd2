package io.rems.ownership.ownership.persistence;

import io.r2dbc.spi.Row;
import io.rems.ownership.ownership.Portfolio;
import io.rems.ownership.ownership.Portfolio.Holding;
import io.rems.ownership.ownership.Portfolios;
import io.rems.ownership.ownership.domain.Holder;
import io.rems.platform.Share;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcPortfolios implements Portfolios {

    private final FirmSql sql;

    R2dbcPortfolios(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<Portfolio> of(UUID ownerId, LocalDate day) {
        return sql.sql("""
                SELECT owner.name AS owner_name, property.id, property.code, property.name, property.type, property.location,
                       period.share_numerator, period.share_denominator, period.primary_contact
                  FROM owner
                  LEFT JOIN ownership_period period
                    ON period.firm_id = owner.firm_id AND period.owner_id = owner.id AND period.superseded_at IS NULL
                       AND period.valid_from <= :day AND (period.valid_to IS NULL OR period.valid_to > :day)
                  LEFT JOIN property ON property.firm_id = period.firm_id AND property.id = period.property_id
                 WHERE owner.firm_id = :firm AND owner.id = :owner
                 ORDER BY property.code""")
                .bind("owner", ownerId)
                .bind("day", day)
                .list(HeldRow::of)
                .filter(rows -> !rows.isEmpty())
                .switchIfEmpty(Mono.error(() -> new NotFound("owner", ownerId)))
                .map(rows -> new Portfolio(new Holder(ownerId, rows.getFirst().ownerName()), day, holdings(rows)));
    }

    private static List<Holding> holdings(List<HeldRow> rows) {
        var holdings = new LinkedHashMap<UUID, Holding>();
        rows.stream()
                .flatMap(row -> row.holding().stream())
                .forEach(holding -> holdings.merge(holding.propertyId(), holding, Holding::with));
        return List.copyOf(holdings.values());
    }

    private record HeldRow(String ownerName, Optional<Holding> holding) {

        static HeldRow of(Row row) {
            var holding = Optional.ofNullable(row.get("id", UUID.class)).map(property -> held(property, row));
            return new HeldRow(row.get("owner_name", String.class), holding);
        }

        private static Holding held(UUID property, Row row) {
            return new Holding(
                    property,
                    row.get("code", String.class),
                    row.get("name", String.class),
                    row.get("type", String.class),
                    row.get("location", String.class),
                    Share.of(row.get("share_numerator", Long.class), row.get("share_denominator", Long.class)),
                    row.get("primary_contact", Boolean.class));
        }
    }
}
