package io.rems.firm.assignment.persistence;

import io.rems.firm.assignment.FirmsLeftAlone;
import io.rems.firm.assignment.InForce;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Locks in one statement and reads in the next, which sees what was committed while the first one waited. */
@Repository
class R2dbcFirmsLeftAlone implements FirmsLeftAlone {
    private static final String LOCK = """
            SELECT a.id FROM assignment a
             WHERE a.role = 'ADMIN' AND a.ended_at IS NULL
               AND a.firm_id IN (SELECT firm_id FROM assignment
                                  WHERE user_id = :user AND role = 'ADMIN' AND ended_at IS NULL)
             ORDER BY a.id FOR UPDATE""";
    private static final String ALONE = """
            WITH his AS (
                SELECT firm_id FROM assignment WHERE user_id = :user AND role = 'ADMIN' AND ended_at IS NULL),
            administrator AS (
                SELECT a.firm_id, a.user_id = :user AS he, a.access_level = 'FULL' AND a.until IS NULL AS stays
                  FROM his JOIN assignment a ON a.firm_id = his.firm_id JOIN portal_user u ON u.id = a.user_id
                 WHERE a.role = 'ADMIN' AND a.accepted AND %s AND u.status NOT IN ('INVITED', 'DISABLED')),
            alone AS (
                SELECT firm_id FROM administrator GROUP BY firm_id
                HAVING bool_and(he) OR bool_or(stays AND he) AND NOT bool_or(stays AND NOT he))
            SELECT f.firm_id, f.name FROM firm f JOIN alone ON alone.firm_id = f.firm_id
             WHERE f.status <> 'CLOSED' ORDER BY f.name""".formatted(InForce.AT_NOW);

    private final FirmSql sql;

    R2dbcFirmsLeftAlone(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<List<Alone>> without(UUID user, Instant at) {
        return sql.sql(LOCK)
                .bind("user", user)
                .list(row -> row.get("id", UUID.class))
                .then(sql.sql(ALONE)
                        .bind("user", user)
                        .bind("now", at)
                        .list(row -> new Alone(row.get("firm_id", UUID.class), row.get("name", String.class))));
    }
}
