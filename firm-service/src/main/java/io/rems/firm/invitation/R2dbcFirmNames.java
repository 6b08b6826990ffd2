package io.rems.firm.invitation;

import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What firms are called in letters. */
@Repository
class R2dbcFirmNames {
    private final FirmSql sql;

    R2dbcFirmNames(FirmSql sql) {
        this.sql = sql;
    }

    Mono<String> of(FirmId firm) {
        return sql.sql("SELECT name FROM firm WHERE firm_id = :id")
                .bind("id", firm.value())
                .one(row -> row.get("name", String.class))
                .switchIfEmpty(Mono.error(() -> new NotFound("firm", firm)));
    }
}
