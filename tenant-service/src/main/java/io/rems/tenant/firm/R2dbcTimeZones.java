package io.rems.tenant.firm;

import io.rems.platform.database.FirmSql;
import java.time.ZoneId;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcTimeZones {

    private static final String REMEMBER = """
            INSERT INTO firm_time_zone (firm_id, time_zone, version) VALUES (:firm, :zone, :version)
            ON CONFLICT (firm_id) DO UPDATE SET time_zone = excluded.time_zone, version = excluded.version
             WHERE firm_time_zone.version < excluded.version
            """;

    private final FirmSql database;

    R2dbcTimeZones(FirmSql database) {
        this.database = database;
    }

    /** Empty until the news of the firm arrives. */
    Mono<ZoneId> ofFirm() {
        return database.sql("SELECT time_zone FROM firm_time_zone WHERE firm_id = :firm")
                .one(row -> ZoneId.of(row.get("time_zone", String.class)));
    }

    /** The newest of what the firm told counts. */
    Mono<Void> remember(ZoneId zone, long version) {
        return database.sql(REMEMBER)
                .bind("zone", zone.getId())
                .bind("version", version)
                .update()
                .then();
    }
}
