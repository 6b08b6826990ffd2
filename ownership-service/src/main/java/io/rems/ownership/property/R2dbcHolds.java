package io.rems.ownership.property;

import io.r2dbc.spi.Row;
import io.rems.ownership.property.PropertyInUse.HeldByLease;
import io.rems.ownership.property.PropertyInUse.HeldByShare;
import io.rems.ownership.property.PropertyInUse.Holds;
import io.rems.platform.Share;
import io.rems.platform.database.FirmSql;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads what keeps a property or a unit from being archived. */
@Repository
class R2dbcHolds {

    private static final String LEASES = """
            SELECT id, unit_id, number, first_day, last_day FROM lease
             WHERE firm_id = :firm AND %s = :id AND NOT over ORDER BY first_day, id""";

    private static final String SHARES = """
            SELECT period.id, period.owner_id, owner.name, period.share_numerator || '/' || period.share_denominator AS share,
                   period.valid_from, period.valid_to
              FROM ownership_period period
              JOIN owner ON owner.firm_id = period.firm_id AND owner.id = period.owner_id
             WHERE period.firm_id = :firm AND period.property_id = :id AND period.superseded_at IS NULL
               AND (period.valid_to IS NULL OR period.valid_to > :today)
             ORDER BY period.valid_from, period.id""";

    private final FirmSql sql;

    R2dbcHolds(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Holds> ofProperty(UUID id, LocalDate today) {
        return leases("property_id", id).flatMap(leases -> shares(id, today).map(shares -> Holds.of(leases, shares)));
    }

    Mono<Holds> ofUnit(UUID id) {
        return leases("unit_id", id).map(leases -> Holds.of(leases, List.of()));
    }

    private Mono<List<HeldByLease>> leases(String column, UUID id) {
        return sql.sql(LEASES.formatted(column)).bind("id", id).list(R2dbcHolds::lease);
    }

    private Mono<List<HeldByShare>> shares(UUID id, LocalDate today) {
        return sql.sql(SHARES).bind("id", id).bind("today", today).list(R2dbcHolds::share);
    }

    private static HeldByLease lease(Row row) {
        return new HeldByLease(
                row.get("id", UUID.class),
                row.get("unit_id", UUID.class),
                row.get("number", String.class),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class));
    }

    private static HeldByShare share(Row row) {
        return new HeldByShare(
                row.get("id", UUID.class),
                row.get("owner_id", UUID.class),
                row.get("name", String.class),
                Share.parse(row.get("share", String.class)),
                row.get("valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class));
    }
}
