package io.rems.ownership.lease;

import io.rems.ownership.lease.LeaseEvents.LeaseTold;
import io.rems.platform.database.FirmSql;
import java.time.LocalDate;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcLeases {

    private final FirmSql sql;

    R2dbcLeases(FirmSql sql) {
        this.sql = sql;
    }

    /** The newest of what was told counts; what ends a lease names neither its number nor its days. */
    Mono<Void> keep(LeaseTold lease, long version, boolean over) {
        return sql.sql("""
                INSERT INTO lease (firm_id, id, version, property_id, unit_id, number, first_day, last_day, over)
                VALUES (:firm, :id, :version, :property, :unit, :number, :first_day, :last_day, :over)
                ON CONFLICT (firm_id, id) DO UPDATE
                   SET version = excluded.version, property_id = excluded.property_id, unit_id = excluded.unit_id,
                       number = coalesce(excluded.number, lease.number),
                       first_day = coalesce(excluded.first_day, lease.first_day),
                       last_day = coalesce(excluded.last_day, lease.last_day), over = excluded.over
                 WHERE lease.version < excluded.version""")
                .bind("id", lease.leaseId())
                .bind("version", version)
                .bind("property", lease.propertyId())
                .bind("unit", lease.unitId())
                .bindNullable("number", lease.number(), String.class)
                .bindNullable("first_day", lease.from(), LocalDate.class)
                .bindNullable("last_day", lease.to(), LocalDate.class)
                .bind("over", over)
                .update()
                .then();
    }
}
