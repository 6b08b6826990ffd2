package io.rems.firm.signin.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.signin.FailedAttempts;
import io.rems.firm.signin.domain.Attempts;
import io.rems.firm.signin.domain.Attempts.Counting;
import io.rems.firm.signin.domain.Attempts.Locked;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcFailedAttempts implements FailedAttempts {
    private final FirmSql sql;

    R2dbcFailedAttempts(FirmSql sql) {
        this.sql = sql;
    }

    /** Writes in any case: only a row that is there can be locked. */
    @Override
    public Mono<Attempts> of(String emailKey, Instant now) {
        return sql.sql("""
                        INSERT INTO sign_in_attempt (email_key, failures, last_at) VALUES (:key, 0, :now)
                        ON CONFLICT (email_key) DO UPDATE SET last_at = excluded.last_at
                        RETURNING failures, locked_until""").bind("key", emailKey).bind("now", now).one(R2dbcFailedAttempts::attempts);
    }

    @Override
    public Mono<Void> remember(String emailKey, Attempts attempts) {
        return switch (attempts) {
            case Counting(var failures) -> update(emailKey, failures, null);
            case Locked(var until) -> update(emailKey, 0, until);
        };
    }

    @Override
    public Mono<Void> forget(String emailKey) {
        return sql.sql("DELETE FROM sign_in_attempt WHERE email_key = :key")
                .bind("key", emailKey)
                .update()
                .then();
    }

    @Override
    public Mono<Void> dropOlderThan(Instant time) {
        return sql.sql("""
                        DELETE FROM sign_in_attempt WHERE email_key IN (
                            SELECT email_key FROM sign_in_attempt WHERE last_at < :time
                             ORDER BY last_at LIMIT 10 FOR UPDATE SKIP LOCKED)""").bind("time", time).update().then();
    }

    private Mono<Void> update(String emailKey, int failures, @Nullable Instant lockedUntil) {
        return sql.sql("""
                        UPDATE sign_in_attempt SET failures = :failures, locked_until = :lockedUntil
                         WHERE email_key = :key""")
                .bind("failures", failures)
                .bindNullable("lockedUntil", lockedUntil, Instant.class)
                .bind("key", emailKey)
                .update()
                .then();
    }

    private static Attempts attempts(Row row) {
        var lockedUntil = row.get("locked_until", Instant.class);
        return lockedUntil == null ? new Counting(row.get("failures", Integer.class)) : new Locked(lockedUntil);
    }
}
