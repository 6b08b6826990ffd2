package io.rems.firm.token;

import io.r2dbc.spi.Row;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.RequestRefused;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcOneTimeTokens implements OneTimeTokens {
    private static final String TOKEN =
            "SELECT user_id, email, issued_at, expires_at, spent_at IS NOT NULL AS spent FROM one_time_token ";
    private static final String BY_SECRET = TOKEN + "WHERE hash = :hash AND purpose = :purpose";

    private final FirmSql sql;

    R2dbcOneTimeTokens(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<Secret> issue(UUID user, Purpose purpose, @Nullable String email, Instant now, Instant expiresAt) {
        var secret = Secret.fresh();
        return sql.sql("""
                        INSERT INTO one_time_token (user_id, purpose, hash, email, issued_at, expires_at)
                        VALUES (:user, :purpose, :hash, :email, :now, :expiresAt)
                        ON CONFLICT (user_id, purpose) DO UPDATE
                           SET hash = excluded.hash, email = excluded.email, issued_at = excluded.issued_at,
                               expires_at = excluded.expires_at, spent_at = NULL""")
                .bind("user", user)
                .bind("purpose", purpose.name())
                .bind("hash", secret.hash())
                .bindNullable("email", email, String.class)
                .bind("now", now)
                .bind("expiresAt", expiresAt)
                .update()
                .thenReturn(secret);
    }

    @Override
    public Mono<OneTimeToken> check(Secret secret, Purpose purpose, Instant now) {
        return admitted(BY_SECRET, secret, purpose, now);
    }

    @Override
    public Mono<OneTimeToken> take(Secret secret, Purpose purpose, Instant now) {
        return admitted(BY_SECRET + " FOR UPDATE", secret, purpose, now)
                .flatMap(token -> sql.sql("UPDATE one_time_token SET spent_at = :now WHERE hash = :hash")
                        .bind("now", now)
                        .bind("hash", secret.hash())
                        .update()
                        .thenReturn(token));
    }

    @Override
    public Mono<OneTimeToken> last(UUID user, Purpose purpose) {
        return sql.sql(TOKEN + "WHERE user_id = :user AND purpose = :purpose")
                .bind("user", user)
                .bind("purpose", purpose.name())
                .one(R2dbcOneTimeTokens::token);
    }

    @Override
    public Mono<Void> revoke(UUID user, Purpose purpose) {
        return sql.sql("DELETE FROM one_time_token WHERE user_id = :user AND purpose = :purpose")
                .bind("user", user)
                .bind("purpose", purpose.name())
                .update()
                .then();
    }

    @Override
    public Mono<Void> revokeAll(UUID user) {
        return sql.sql("DELETE FROM one_time_token WHERE user_id = :user")
                .bind("user", user)
                .update()
                .then();
    }

    private Mono<OneTimeToken> admitted(String query, Secret secret, Purpose purpose, Instant now) {
        return sql.sql(query)
                .bind("hash", secret.hash())
                .bind("purpose", purpose.name())
                .one(R2dbcOneTimeTokens::token)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(TokenRefusal.TOKEN_UNKNOWN)))
                .doOnNext(token -> token.refusal(now).ifPresent(refusal -> {
                    throw new RequestRefused(refusal);
                }));
    }

    private static OneTimeToken token(Row row) {
        return new OneTimeToken(
                row.get("user_id", UUID.class),
                row.get("email", String.class),
                row.get("issued_at", Instant.class),
                row.get("expires_at", Instant.class),
                row.get("spent", Boolean.class));
    }
}
