package io.rems.firm.provider.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.provider.Accounts;
import io.rems.firm.provider.domain.Account;
import io.rems.firm.provider.domain.Account.Standing;
import io.rems.firm.provider.domain.Identity;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcAccounts implements Accounts {
    private final FirmSql sql;

    R2dbcAccounts(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<Account> of(Identity identity) {
        return sql.sql("""
                        SELECT u.id, u.status
                          FROM provider_subject s JOIN portal_user u ON u.id = s.user_id
                         WHERE s.issuer = :issuer AND s.subject = :subject
                           FOR UPDATE OF u""")
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .one(R2dbcAccounts::account);
    }

    @Override
    public Mono<Account> withEmail(String emailKey) {
        return sql.sql("SELECT id, status FROM portal_user WHERE email_key = :key FOR UPDATE")
                .bind("key", emailKey)
                .one(R2dbcAccounts::account);
    }

    @Override
    public Mono<Boolean> bind(Identity identity, Account account, Instant at) {
        return sql.sql("""
                        INSERT INTO provider_subject (issuer, subject, user_id, bound_at)
                        VALUES (:issuer, :subject, :user, :at) ON CONFLICT DO NOTHING""")
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .bind("user", account.user())
                .bind("at", at)
                .update()
                .map(rows -> rows == 1);
    }

    private static Account account(Row row) {
        return new Account(row.get("id", UUID.class), Standing.valueOf(row.get("status", String.class)));
    }
}
