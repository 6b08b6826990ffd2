package io.rems.firm.provider.persistence;

import io.rems.firm.provider.Nonces;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcNonces implements Nonces {
    private final FirmSql sql;

    R2dbcNonces(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<Void> add(String nonce, String provider, Instant expiresAt) {
        return sql.sql(
                        "INSERT INTO provider_nonce (nonce, provider, expires_at) VALUES (:nonce, :provider, :expiresAt)")
                .bind("nonce", nonce)
                .bind("provider", provider)
                .bind("expiresAt", expiresAt)
                .update()
                .then();
    }

    @Override
    public Mono<Boolean> spend(String nonce, String provider, Instant now) {
        return sql.sql("""
                        DELETE FROM provider_nonce
                         WHERE nonce = :nonce AND provider = :provider AND expires_at > :now""")
                .bind("nonce", nonce)
                .bind("provider", provider)
                .bind("now", now)
                .update()
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> dropExpired(Instant now) {
        return sql.sql("""
                        DELETE FROM provider_nonce WHERE nonce IN (
                            SELECT nonce FROM provider_nonce WHERE expires_at < :now
                             ORDER BY expires_at LIMIT 10 FOR UPDATE SKIP LOCKED)""").bind("now", now).update().then();
    }
}
