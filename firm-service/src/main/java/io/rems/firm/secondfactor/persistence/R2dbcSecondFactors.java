package io.rems.firm.secondfactor.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.assignment.InForce;
import io.rems.firm.secondfactor.SecondFactors;
import io.rems.firm.secondfactor.domain.RecoveryCode;
import io.rems.firm.secondfactor.domain.SecondFactor;
import io.rems.firm.secondfactor.domain.SecondFactor.Active;
import io.rems.firm.secondfactor.domain.SecondFactor.Closed;
import io.rems.firm.secondfactor.domain.SecondFactor.Offered;
import io.rems.firm.settings.Settings;
import io.rems.platform.database.FirmSql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSecondFactors implements SecondFactors {
    private final FirmSql sql;
    private final Clock clock;

    R2dbcSecondFactors(FirmSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Mono<Standing> standingOf(UUID user) {
        return sql.sql("""
                        SELECT f.enrolled_at,
                               (SELECT count(*) FROM recovery_code c WHERE c.user_id = u.id AND c.used_at IS NULL) AS codes,
                               EXISTS (SELECT FROM assignment a
                                         JOIN firm_setting s ON s.firm_id = a.firm_id AND s.key = :setting
                                        WHERE a.user_id = u.id AND %s
                                          AND a.role = ANY (regexp_split_to_array(s.value, '\\s*,\\s*'))) AS required
                          FROM portal_user u
                          LEFT JOIN second_factor f ON f.user_id = u.id AND f.state = 'ACTIVE'
                         WHERE u.id = :user""".formatted(InForce.IN_OPEN_FIRM_AT_NOW))
                .bind("now", clock.instant())
                .bind("setting", Settings.SECOND_FACTOR_ROLES.key())
                .bind("user", user)
                .one(R2dbcSecondFactors::standing);
    }

    @Override
    public Mono<Kept> kept(UUID user) {
        return sql.sql("""
                        SELECT f.state, f.secret, f.last_step, f.failures, f.closed_until, u.email, u.version
                          FROM second_factor f JOIN portal_user u ON u.id = f.user_id
                         WHERE f.user_id = :user
                           FOR UPDATE OF f""").bind("user", user).one(R2dbcSecondFactors::kept);
    }

    @Override
    public Mono<Boolean> offer(UUID user, String sealedSecret, Instant at) {
        return sql.sql("""
                        INSERT INTO second_factor (user_id, state, secret, last_step, failures, offered_at)
                        VALUES (:user, 'OFFERED', :secret, 0, 0, :at)
                        ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, offered_at = excluded.offered_at
                         WHERE second_factor.state = 'OFFERED'""")
                .bind("user", user)
                .bind("secret", sealedSecret)
                .bind("at", at)
                .update()
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> enrol(UUID user, long step, Instant at) {
        return sql.sql("""
                        UPDATE second_factor SET state = 'ACTIVE', last_step = :step, failures = 0, enrolled_at = :at
                         WHERE user_id = :user""")
                .bind("step", step)
                .bind("at", at)
                .bind("user", user)
                .update()
                .then();
    }

    @Override
    public Mono<Void> remember(UUID user, SecondFactor next) {
        return switch (next) {
            case Offered _ -> Mono.empty();
            case Active(var lastStep, var failures) -> update(user, lastStep, failures, null);
            case Closed(var lastStep, var until) -> update(user, lastStep, 0, until);
        };
    }

    @Override
    public Mono<Void> replaceRecoveryCodes(UUID user, List<RecoveryCode> codes) {
        var added = Flux.fromIterable(codes)
                .concatMap(code -> sql.sql("INSERT INTO recovery_code (user_id, hash) VALUES (:user, :hash)")
                        .bind("user", user)
                        .bind("hash", code.hash(user))
                        .update());
        return sql.sql("DELETE FROM recovery_code WHERE user_id = :user")
                .bind("user", user)
                .update()
                .then(added.then());
    }

    @Override
    public Mono<Boolean> isUnused(UUID user, RecoveryCode code) {
        return sql.sql("SELECT used_at IS NULL AS unused FROM recovery_code WHERE user_id = :user AND hash = :hash")
                .bind("user", user)
                .bind("hash", code.hash(user))
                .one(row -> row.get("unused", Boolean.class))
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> spend(UUID user, RecoveryCode code, Instant at) {
        return sql.sql("UPDATE recovery_code SET used_at = :at WHERE user_id = :user AND hash = :hash")
                .bind("at", at)
                .bind("user", user)
                .bind("hash", code.hash(user))
                .update()
                .then();
    }

    @Override
    public Mono<Boolean> remove(UUID user) {
        return sql.sql("DELETE FROM second_factor WHERE user_id = :user")
                .bind("user", user)
                .update()
                .map(rows -> rows == 1);
    }

    private Mono<Void> update(UUID user, long lastStep, int failures, @Nullable Instant closedUntil) {
        return sql.sql("""
                        UPDATE second_factor SET last_step = :step, failures = :failures, closed_until = :until
                         WHERE user_id = :user""")
                .bind("step", lastStep)
                .bind("failures", failures)
                .bindNullable("until", closedUntil, Instant.class)
                .bind("user", user)
                .update()
                .then();
    }

    private static Standing standing(Row row) {
        var enrolledAt = row.get("enrolled_at", Instant.class);
        return new Standing(
                enrolledAt != null, row.get("required", Boolean.class), enrolledAt, row.get("codes", Long.class));
    }

    private static Kept kept(Row row) {
        return new Kept(
                state(row),
                row.get("secret", String.class),
                row.get("email", String.class),
                row.get("version", Long.class));
    }

    private static SecondFactor state(Row row) {
        var lastStep = row.get("last_step", Long.class);
        var closedUntil = row.get("closed_until", Instant.class);
        if (row.get("state", String.class).equals("OFFERED")) {
            return new Offered();
        }
        return closedUntil == null
                ? new Active(lastStep, row.get("failures", Integer.class))
                : new Closed(lastStep, closedUntil);
    }
}
