package io.rems.tenant.lease.persistence;

import io.r2dbc.spi.Row;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.RequestRefused;
import io.rems.tenant.lease.LeaseOverlap;
import io.rems.tenant.lease.Occupancy;
import io.rems.tenant.lease.domain.Lease;
import io.rems.tenant.lease.domain.LeaseId;
import io.rems.tenant.lease.domain.LeasePeriod;
import io.rems.tenant.lease.domain.LeaseTerms;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * An exclusion constraint keeps the promise. Whoever takes a unit queues for its row first, so that the one who comes
 * second sees the lease of the first and can be told its name, which a broken constraint does not tell.
 */
@Repository
class R2dbcOccupancy implements Occupancy {

    private static final String QUEUE = "SELECT id FROM unit WHERE firm_id = :firm AND id = :unit FOR NO KEY UPDATE";
    private static final String TAKEN = """
            SELECT l.id, l.number, lower(o.days) AS starts_on, upper(o.days) - 1 AS ends_on
              FROM occupancy o
              JOIN lease l ON l.firm_id = o.firm_id AND l.id = o.lease_id
             WHERE o.firm_id = :firm AND o.unit_id = :unit AND o.days && daterange(:from, :to, '[]')
             ORDER BY starts_on
             LIMIT 1
            """;
    private static final String TAKE = """
            INSERT INTO occupancy (firm_id, lease_id, unit_id, days)
            VALUES (:firm, :lease, :unit, daterange(:from, :to, '[]'))
            """;
    private static final String RELEASE = """
            UPDATE occupancy SET days = daterange(lower(days), :on, '[]') WHERE firm_id = :firm AND lease_id = :lease
            """;

    private final FirmSql database;

    R2dbcOccupancy(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> take(Lease.Active lease) {
        var terms = lease.terms();
        return database.sql(QUEUE)
                .bind("unit", terms.premises().unit())
                .one(row -> row.get("id", UUID.class))
                .then(on(TAKEN, terms).one(R2dbcOccupancy::overlap))
                .flatMap(overlap -> Mono.<Void>error(new RequestRefused(overlap)))
                .switchIfEmpty(Mono.defer(() -> on(TAKE, terms)
                        .bind("lease", terms.id().value())
                        .update()
                        .then()));
    }

    @Override
    public Mono<Void> release(Lease.Terminated lease) {
        return database.sql(RELEASE)
                .bind("lease", lease.terms().id().value())
                .bind("on", lease.on())
                .update()
                .then();
    }

    private FirmSql.Statement on(String text, LeaseTerms terms) {
        return database.sql(text)
                .bind("unit", terms.premises().unit())
                .bind("from", terms.period().from())
                .bind("to", terms.period().to());
    }

    private static LeaseOverlap overlap(Row row) {
        return new LeaseOverlap(
                new LeaseId(Objects.requireNonNull(row.get("id", UUID.class))),
                Objects.requireNonNull(row.get("number", String.class)),
                new LeasePeriod(
                        Objects.requireNonNull(row.get("starts_on", LocalDate.class)),
                        Objects.requireNonNull(row.get("ends_on", LocalDate.class))));
    }
}
