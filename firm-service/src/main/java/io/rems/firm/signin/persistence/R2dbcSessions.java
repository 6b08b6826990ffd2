package io.rems.firm.signin.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.signin.Sessions;
import io.rems.firm.signin.domain.RefreshToken;
import io.rems.firm.signin.domain.Session;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSessions implements Sessions {
    private final FirmSql sql;

    R2dbcSessions(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<Void> open(Session.Open session, Instant at) {
        return sql.sql("""
                        INSERT INTO sign_in_session (id, user_id, started_at, expires_at)
                        VALUES (:id, :user, :at, :expiresAt)""")
                .bind("id", session.id())
                .bind("user", session.user())
                .bind("at", at)
                .bind("expiresAt", session.expiresAt())
                .update()
                .then();
    }

    @Override
    public Mono<Void> addToken(Session session, RefreshToken token, Instant at) {
        return sql.sql("INSERT INTO refresh_token (hash, session_id, issued_at) VALUES (:hash, :session, :at)")
                .bind("hash", token.hash())
                .bind("session", session.id())
                .bind("at", at)
                .update()
                .then();
    }

    /** Locks both rows: of a row that is not locked, a statement that had to wait would still see the old state. */
    @Override
    public Mono<Presented> presented(RefreshToken token) {
        return sql.sql("""
                        SELECT s.id, s.user_id, s.expires_at, s.ended_at IS NOT NULL AS ended,
                               t.spent_at IS NOT NULL AS spent, u.status = 'ACTIVE' AS active
                          FROM refresh_token t
                          JOIN sign_in_session s ON s.id = t.session_id
                          JOIN portal_user u ON u.id = s.user_id
                         WHERE t.hash = :hash
                           FOR UPDATE OF t, s""").bind("hash", token.hash()).one(R2dbcSessions::presented);
    }

    @Override
    public Mono<Void> spend(RefreshToken token, Instant at) {
        return sql.sql("UPDATE refresh_token SET spent_at = :at WHERE hash = :hash")
                .bind("at", at)
                .bind("hash", token.hash())
                .update()
                .then();
    }

    @Override
    public Mono<Void> end(Session session, Instant at) {
        return sql.sql("UPDATE sign_in_session SET ended_at = :at WHERE id = :id")
                .bind("at", at)
                .bind("id", session.id())
                .update()
                .then();
    }

    private static Presented presented(Row row) {
        var id = row.get("id", UUID.class);
        var user = row.get("user_id", UUID.class);
        var session = row.get("ended", Boolean.class)
                ? new Session.Ended(id, user)
                : new Session.Open(id, user, row.get("expires_at", Instant.class));
        return new Presented(session, row.get("spent", Boolean.class), row.get("active", Boolean.class));
    }
}
