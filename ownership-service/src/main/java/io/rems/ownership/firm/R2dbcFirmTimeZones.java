package io.rems.ownership.firm;

import io.rems.platform.database.FirmSql;
import java.time.ZoneId;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcFirmTimeZones {

    private final FirmSql sql;

    R2dbcFirmTimeZones(FirmSql sql) {
        this.sql = sql;
    }

    /** Empty until the firm's creation has arrived. */
    Mono<ZoneId> current() {
        return sql.sql("SELECT time_zone FROM firm_time_zone WHERE firm_id = :firm")
                .one(row -> ZoneId.of(row.get("time_zone", String.class)));
    }

    /** The newest of what the firm told counts. */
    Mono<Void> keep(ZoneId zone, long version) {
        return sql.sql("""
                INSERT INTO firm_time_zone (firm_id, time_zone, version) VALUES (:firm, :zone, :version)
                ON CONFLICT (firm_id) DO UPDATE SET time_zone = excluded.time_zone, version = excluded.version
                 WHERE firm_time_zone.version <= excluded.version""")
                .bind("zone", zone.getId())
                .bind("version", version)
                .update()
                .then();
    }
}
