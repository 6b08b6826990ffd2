package io.rems.firm.signin.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.signin.SignInRecord;
import io.rems.firm.signin.SignInRecords;
import io.rems.firm.signin.domain.Candidate;
import io.rems.firm.signin.domain.FailureReason;
import io.rems.firm.signin.domain.Session;
import io.rems.firm.signin.domain.SignInMethod;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Client;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSignInRecords implements SignInRecords {
    private final FirmSql sql;

    R2dbcSignInRecords(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<Void> succeeded(Session session, SignInMethod method, Client client, Instant at) {
        return sql.sql("""
                        INSERT INTO sign_in_record (id, user_id, at, succeeded, method, session_id, address, agent)
                        VALUES (:id, :user, :at, true, :method, :session, :address, :agent)""")
                .bind("id", Identifiers.next())
                .bind("user", session.user())
                .bind("at", at)
                .bind("method", method.name())
                .bind("session", session.id())
                .bindNullable("address", client.address(), String.class)
                .bindNullable("agent", client.agent(), String.class)
                .update()
                .then();
    }

    @Override
    public Mono<Void> failed(Candidate candidate, FailureReason reason, Client client, Instant at) {
        return sql.sql("""
                        INSERT INTO sign_in_record (id, user_id, at, succeeded, reason, address, agent)
                        SELECT :id, u.id, :at, false, :reason, :address, :agent FROM portal_user u WHERE u.id = :user""")
                .bind("id", Identifiers.next())
                .bind("user", candidate.user())
                .bind("at", at)
                .bind("reason", reason.name())
                .bindNullable("address", client.address(), String.class)
                .bindNullable("agent", client.agent(), String.class)
                .update()
                .then();
    }

    @Override
    public Mono<Page<SignInRecord>> page(UUID user, ListQuery query) {
        return Listing.of(sql, "SELECT * FROM sign_in_record WHERE user_id = :user")
                .bind("user", user)
                .sortable("at", "at", Instant.class)
                .orderedBy("-at")
                .page(query, R2dbcSignInRecords::signIn);
    }

    @Override
    public Mono<Long> dropOlderThan(Instant time) {
        return sql.sql("""
                        DELETE FROM sign_in_record WHERE id IN (
                            SELECT id FROM sign_in_record WHERE at < :time ORDER BY at LIMIT 500)""").bind("time", time).update();
    }

    private static SignInRecord signIn(Row row) {
        var method = row.get("method", String.class);
        var reason = row.get("reason", String.class);
        return new SignInRecord(
                row.get("id", UUID.class),
                row.get("at", Instant.class),
                row.get("succeeded", Boolean.class),
                method == null ? null : SignInMethod.valueOf(method),
                reason == null ? null : FailureReason.valueOf(reason),
                row.get("session_id", UUID.class),
                row.get("address", String.class),
                row.get("agent", String.class));
    }
}
