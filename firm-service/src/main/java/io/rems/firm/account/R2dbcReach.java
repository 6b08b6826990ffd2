package io.rems.firm.account;

import io.rems.firm.user.PortalUser;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Whose logins are whose; for work across firms. */
@Repository
class R2dbcReach {
    private final FirmSql sql;

    R2dbcReach(FirmSql sql) {
        this.sql = sql;
    }

    private record Places(long here, long elsewhere) {}

    /** Fails if the user works in no such firm, or in another too. */
    Mono<Void> require(FirmId firm, PortalUser user) {
        return sql.sql("""
                        SELECT count(*) FILTER (WHERE firm_id = :own) AS here,
                               count(*) FILTER (WHERE firm_id <> :own) AS elsewhere
                          FROM assignment WHERE user_id = :user AND ended_at IS NULL AND accepted""")
                .bind("own", firm.value())
                .bind("user", user.id())
                .one(row -> new Places(row.get("here", Long.class), row.get("elsewhere", Long.class)))
                .doOnNext(places -> {
                    if (places.here() == 0) {
                        throw new NotFound("user", user.id());
                    }
                    if (places.elsewhere() > 0 || user.platformAdministrator()) {
                        throw new RequestRefused(AccountRefusal.SHARED_LOGIN);
                    }
                })
                .then();
    }
}
