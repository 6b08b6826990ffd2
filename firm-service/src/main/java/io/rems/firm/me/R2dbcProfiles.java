package io.rems.firm.me;

import io.r2dbc.spi.Row;
import io.rems.firm.assignment.InForce;
import io.rems.firm.assignment.PrimaryFirm;
import io.rems.firm.firm.FirmStatus;
import io.rems.firm.me.MeView.OwnFirm;
import io.rems.firm.me.MeView.Self;
import io.rems.platform.Versioned;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/** A user and all his firms: read across firms, by the id that his own token names. */
@Repository
class R2dbcProfiles {
    private final Transactions transactions;
    private final FirmSql sql;
    private final Clock clock;

    R2dbcProfiles(Transactions transactions, FirmSql sql, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    Mono<Tuple2<Versioned<Self>, List<OwnFirm>>> of(UUID user) {
        return transactions.acrossFirms(self(user).zipWhen(_ -> firms(user)));
    }

    private Mono<Versioned<Self>> self(UUID user) {
        return sql.sql("SELECT id, email, name, phone, language, version FROM portal_user WHERE id = :user")
                .bind("user", user)
                .one(R2dbcProfiles::self);
    }

    private Mono<List<OwnFirm>> firms(UUID user) {
        return sql.sql("""
                        SELECT f.firm_id, f.name, f.status, held.role, held.access_level, held.is_primary, held.until
                          FROM (SELECT a.firm_id, a.role, a.access_level, a.firm_id = %2$s AS is_primary,
                                       NULL::timestamptz AS until
                                  FROM assignment a
                                  JOIN portal_user u ON u.id = a.user_id
                                 WHERE a.user_id = :user AND %1$s
                                UNION ALL
                                SELECT firm_id, 'ADMIN', CASE WHEN read_only THEN 'RESTRICTED' ELSE 'FULL' END, false, until
                                  FROM support_access s
                                 WHERE user_id = :user AND ended_at IS NULL AND until > :now
                                   AND NOT EXISTS (SELECT FROM assignment a WHERE a.firm_id = s.firm_id
                                                      AND a.user_id = s.user_id AND %1$s)) held
                          JOIN firm f ON f.firm_id = held.firm_id
                         ORDER BY f.name, f.firm_id""".formatted(InForce.AT_NOW, PrimaryFirm.AT_NOW))
                .bind("user", user)
                .bind("now", clock.instant())
                .list(R2dbcProfiles::firm);
    }

    private static Versioned<Self> self(Row row) {
        return new Versioned<>(
                new Self(
                        row.get("id", UUID.class),
                        row.get("email", String.class),
                        row.get("name", String.class),
                        row.get("phone", String.class),
                        row.get("language", String.class)),
                row.get("version", Long.class));
    }

    private static OwnFirm firm(Row row) {
        return new OwnFirm(
                row.get("firm_id", UUID.class),
                row.get("name", String.class),
                FirmStatus.valueOf(row.get("status", String.class)),
                Role.valueOf(row.get("role", String.class)),
                AccessLevel.valueOf(row.get("access_level", String.class)),
                row.get("is_primary", Boolean.class),
                row.get("until", Instant.class));
    }
}
