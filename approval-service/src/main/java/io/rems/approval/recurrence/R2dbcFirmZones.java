package io.rems.approval.recurrence;

import io.rems.platform.database.FirmSql;
import java.time.ZoneId;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where firms are, as firm-service has told. */
@Repository
class R2dbcFirmZones {

    private static final ZoneId USUAL = ZoneId.of("Asia/Kuwait");

    private static final String SET = """
            INSERT INTO firm_zone (firm_id, zone, version) VALUES (:firm, :zone, :version)
            ON CONFLICT (firm_id) DO UPDATE SET zone = excluded.zone, version = excluded.version
             WHERE firm_zone.version < excluded.version""";

    private final FirmSql database;

    R2dbcFirmZones(FirmSql database) {
        this.database = database;
    }

    Mono<ZoneId> current() {
        return database.sql("SELECT zone FROM firm_zone WHERE firm_id = :firm")
                .one(row -> ZoneId.of(row.get("zone", String.class)))
                .defaultIfEmpty(USUAL);
    }

    /** Unless a later one is known. */
    Mono<Void> set(ZoneId zone, long version) {
        return database.sql(SET)
                .bind("zone", zone.getId())
                .bind("version", version)
                .update()
                .then();
    }
}
