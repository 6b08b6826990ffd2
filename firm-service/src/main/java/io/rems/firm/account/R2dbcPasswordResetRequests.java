package io.rems.firm.account;

import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who asked for a new password and was not looked for yet. */
@Repository
class R2dbcPasswordResetRequests {
    private final FirmSql sql;

    R2dbcPasswordResetRequests(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Void> add(String emailKey, Instant now) {
        return sql.sql("""
                        INSERT INTO password_reset_request (id, email_key, asked_at) VALUES (:id, :key, :now)
                        ON CONFLICT (email_key) DO NOTHING""")
                .bind("id", Identifiers.next())
                .bind("key", emailKey)
                .bind("now", now)
                .update()
                .then();
    }

    Mono<List<Due>> due() {
        return sql.sql("SELECT id FROM password_reset_request ORDER BY id LIMIT 100")
                .list(row -> new Due(FirmId.PLATFORM, row.get("id", UUID.class)));
    }

    /** Takes it for good, with the open transaction; empty if another has. */
    Mono<String> take(UUID id) {
        return sql.sql("DELETE FROM password_reset_request WHERE id = :id RETURNING email_key")
                .bind("id", id)
                .one(row -> row.get("email_key", String.class));
    }
}
