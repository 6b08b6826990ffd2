package io.rems.firm.signin.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.signin.OwnSignIn;
import io.rems.firm.signin.Sessions;
import io.rems.firm.signin.domain.EndReason;
import io.rems.firm.signin.domain.RefreshToken;
import io.rems.firm.signin.domain.Session;
import io.rems.firm.signin.domain.SignInMethod;
import io.rems.platform.access.Client;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSessions implements Sessions {
    private static final String SESSIONS = """
            SELECT id, user_id, expires_at, ended_at IS NOT NULL AS ended FROM sign_in_session
            """;

    private final FirmSql sql;

    R2dbcSessions(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<Void> open(Session.Open session, SignInMethod method, Client client, Instant at) {
        return sql.sql("""
                        INSERT INTO sign_in_session
                               (id, user_id, started_at, last_used_at, expires_at, method, address, agent)
                        VALUES (:id, :user, :at, :at, :expiresAt, :method, :address, :agent)""")
                .bind("id", session.id())
                .bind("user", session.user())
                .bind("at", at)
                .bind("expiresAt", session.expiresAt())
                .bind("method", method.name())
                .bindNullable("address", client.address(), String.class)
                .bindNullable("agent", client.agent(), String.class)
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
    public Mono<Session> ofUser(UUID user, UUID id) {
        return sql.sql(SESSIONS + " WHERE id = :id AND user_id = :user FOR UPDATE")
                .bind("id", id)
                .bind("user", user)
                .one(R2dbcSessions::session);
    }

    /** In one order, so that two who end them all do not wait for each other. */
    @Override
    public Mono<List<Session>> openOf(UUID user) {
        return sql.sql(SESSIONS + " WHERE user_id = :user AND ended_at IS NULL ORDER BY id FOR UPDATE")
                .bind("user", user)
                .list(R2dbcSessions::session);
    }

    @Override
    public Mono<Page<OwnSignIn>> pageOfOpen(UUID user, Instant now, ListQuery query) {
        return Listing.of(sql, """
                        SELECT id, method, address, agent, started_at, coalesce(last_used_at, started_at) AS used_at,
                               expires_at
                          FROM sign_in_session
                         WHERE user_id = :user AND ended_at IS NULL AND expires_at > :now""")
                .bind("user", user)
                .bind("now", now)
                .sortable("startedAt", "started_at", Instant.class)
                .sortable("lastUsedAt", "used_at", Instant.class)
                .orderedBy("-lastUsedAt")
                .page(query, R2dbcSessions::own);
    }

    @Override
    public Mono<Boolean> isOpen(UUID id) {
        return sql.sql("SELECT ended_at IS NULL AS open FROM sign_in_session WHERE id = :id")
                .bind("id", id)
                .one(row -> row.get("open", Boolean.class))
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> spend(RefreshToken token, Session session, Instant at) {
        return sql.sql("""
                        WITH used AS (UPDATE sign_in_session SET last_used_at = :at WHERE id = :session)
                        UPDATE refresh_token SET spent_at = :at WHERE hash = :hash""")
                .bind("at", at)
                .bind("session", session.id())
                .bind("hash", token.hash())
                .update()
                .then();
    }

    @Override
    public Mono<Void> end(Session session, EndReason reason, Instant at) {
        return sql.sql("UPDATE sign_in_session SET ended_at = :at, end_reason = :reason WHERE id = :id")
                .bind("at", at)
                .bind("reason", reason.name())
                .bind("id", session.id())
                .update()
                .then();
    }

    @Override
    public Mono<Long> dropOverBefore(Instant time) {
        return sql.sql("""
                        DELETE FROM sign_in_session WHERE id IN (
                            SELECT id FROM sign_in_session WHERE coalesce(ended_at, expires_at) < :time
                             ORDER BY coalesce(ended_at, expires_at) LIMIT 500)""").bind("time", time).update();
    }

    private static Presented presented(Row row) {
        return new Presented(session(row), row.get("spent", Boolean.class), row.get("active", Boolean.class));
    }

    private static Session session(Row row) {
        var id = row.get("id", UUID.class);
        var user = row.get("user_id", UUID.class);
        return row.get("ended", Boolean.class)
                ? new Session.Ended(id, user)
                : new Session.Open(id, user, row.get("expires_at", Instant.class));
    }

    private static OwnSignIn own(Row row) {
        return new OwnSignIn(
                row.get("id", UUID.class),
                SignInMethod.valueOf(row.get("method", String.class)),
                row.get("address", String.class),
                row.get("agent", String.class),
                row.get("started_at", Instant.class),
                row.get("used_at", Instant.class),
                row.get("expires_at", Instant.class));
    }
}
