package io.rems.firm.signin.persistence;

import io.rems.firm.signin.Challenges;
import io.rems.firm.signin.domain.Challenge;
import io.rems.firm.signin.domain.Challenge.Purpose;
import io.rems.firm.signin.domain.SignInMethod;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcChallenges implements Challenges {
    private final FirmSql sql;

    R2dbcChallenges(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<Void> add(Challenge challenge, UUID user, Purpose purpose, SignInMethod method, Instant expiresAt) {
        return sql.sql("""
                        INSERT INTO sign_in_challenge (hash, user_id, purpose, method, expires_at)
                        VALUES (:hash, :user, :purpose, :method, :expiresAt)""")
                .bind("hash", challenge.hash())
                .bind("user", user)
                .bind("purpose", purpose.name())
                .bind("method", method.name())
                .bind("expiresAt", expiresAt)
                .update()
                .then();
    }

    /** Who waits for another's lock finds the row gone if that one removed it. */
    @Override
    public Mono<UUID> userOf(Challenge challenge, Purpose purpose, Instant now) {
        return sql.sql("""
                        SELECT user_id FROM sign_in_challenge
                         WHERE hash = :hash AND purpose = :purpose AND expires_at > :now
                           FOR UPDATE""")
                .bind("hash", challenge.hash())
                .bind("purpose", purpose.name())
                .bind("now", now)
                .one(row -> row.get("user_id", UUID.class));
    }

    @Override
    public Mono<SignInMethod> remove(Challenge challenge) {
        return sql.sql("DELETE FROM sign_in_challenge WHERE hash = :hash RETURNING method")
                .bind("hash", challenge.hash())
                .one(row -> SignInMethod.valueOf(row.get("method", String.class)));
    }

    @Override
    public Mono<Void> dropExpired(Instant now) {
        return sql.sql("""
                        DELETE FROM sign_in_challenge WHERE hash IN (
                            SELECT hash FROM sign_in_challenge WHERE expires_at < :now
                             ORDER BY expires_at LIMIT 10 FOR UPDATE SKIP LOCKED)""").bind("now", now).update().then();
    }
}
