package io.rems.ownership.ownership.persistence;

import io.rems.ownership.ownership.Portfolio;
import io.rems.ownership.ownership.Portfolio.Holding;
import io.rems.ownership.ownership.Portfolios;
import io.rems.ownership.ownership.domain.Holder;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcPortfolios implements Portfolios {

    /** With the value that was in force on the day: the last one of a day up to it. */
    private static final String PORTFOLIO = """
            SELECT owner.name AS owner_name, owner.merged_into, property.id, property.code, property.name, property.type, property.location,
                   period.share_numerator, period.share_denominator, period.primary_contact,
                   valued.amount_minor, valued.currency, valued.valued_on, valued.method
              FROM owner
              LEFT JOIN ownership_period period
                ON period.firm_id = owner.firm_id AND period.owner_id = owner.id AND %1$s
                   AND period.valid_from <= :day AND period.valid_from <= :begun
                   AND (period.valid_to IS NULL OR period.valid_to > :day)
              LEFT JOIN property ON property.firm_id = period.firm_id AND property.id = period.property_id
              LEFT JOIN LATERAL (
                   SELECT valuation.amount_minor, valuation.currency, valuation.valued_on, valuation.method
                     FROM valuation
                    WHERE valuation.firm_id = property.firm_id AND valuation.property_id = property.id
                      AND valuation.valued_on <= :day AND %2$s
                    ORDER BY valuation.valued_on DESC LIMIT 1) valued ON true
             WHERE owner.firm_id = :firm AND owner.id = :owner
             ORDER BY property.code""";

    private static final String NOW =
            PORTFOLIO.formatted("period.superseded_at IS NULL", "valuation.superseded_at IS NULL");
    private static final String THEN =
            PORTFOLIO.formatted(R2dbcKnown.BY_THEN, R2dbcKnown.BY_THEN.replace("period.", "valuation."));

    private final FirmSql sql;
    private final R2dbcKnown known;

    R2dbcPortfolios(FirmSql sql, R2dbcKnown known) {
        this.sql = sql;
        this.known = known;
    }

    @Override
    public Mono<Portfolio> of(UUID ownerId, LocalDate day, LocalDate begunBy, @Nullable Instant at) {
        return (at == null ? portfolio(sql.sql(NOW), ownerId, day, begunBy) : then(ownerId, day, begunBy, at))
                .filter(rows -> !rows.isEmpty())
                .switchIfEmpty(Mono.error(() -> new NotFound("owner", ownerId)))
                .map(rows -> portfolio(ownerId, day, rows));
    }

    private Mono<List<HeldRow>> then(UUID ownerId, LocalDate day, LocalDate begunBy, Instant at) {
        return known.at(ownerId, at)
                .then(known.atAllOf(ownerId, at))
                .then(portfolio(sql.sql(THEN).bind("known", at.atOffset(ZoneOffset.UTC)), ownerId, day, begunBy));
    }

    private static Mono<List<HeldRow>> portfolio(
            FirmSql.Statement statement, UUID ownerId, LocalDate day, LocalDate begunBy) {
        return statement
                .bind("owner", ownerId)
                .bind("day", day)
                .bind("begun", begunBy)
                .list(HeldRow::of);
    }

    private static Portfolio portfolio(UUID ownerId, LocalDate day, List<HeldRow> rows) {
        var first = rows.getFirst();
        return new Portfolio(new Holder(ownerId, first.ownerName()), day, holdings(rows), first.mergedInto());
    }

    private static List<Holding> holdings(List<HeldRow> rows) {
        var holdings = new LinkedHashMap<UUID, Holding>();
        rows.stream()
                .flatMap(row -> row.holding().stream())
                .forEach(holding -> holdings.merge(holding.propertyId(), holding, Holding::with));
        return List.copyOf(holdings.values());
    }
}
