package io.rems.firm.assignment.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.assignment.AccessDirectory;
import io.rems.firm.assignment.InForce;
import io.rems.firm.firm.FirmStatus;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcAccessDirectory implements AccessDirectory {
    private static final String ACCESS = """
            SELECT u.id, u.status = 'ACTIVE' AS active, u.platform_administrator,
                   f.firm_id, f.status AS firm_status, a.role, a.access_level, a.owner_id, a.tenant_id, a.until
              FROM portal_user u
              LEFT JOIN (assignment a JOIN firm f ON f.firm_id = a.firm_id)
                     ON a.user_id = u.id AND %s AND %s
             WHERE u.id = :user""";

    private final Transactions transactions;
    private final FirmSql sql;
    private final Clock clock;

    R2dbcAccessDirectory(Transactions transactions, FirmSql sql, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Mono<Access> of(UUID user, @Nullable FirmId firm) {
        var statement = firm == null
                ? sql.sql(ACCESS.formatted(InForce.AT_NOW, "a.firm_id = u.primary_firm"))
                : sql.sql(ACCESS.formatted(InForce.AT_NOW, "a.firm_id = :wanted"))
                        .bind("wanted", firm.value());
        return transactions
                .acrossFirms(statement
                        .bind("user", user)
                        .bind("now", clock.instant())
                        .one(R2dbcAccessDirectory::access))
                .filter(access -> access.firmId() != null || firm == null);
    }

    private static Access access(Row row) {
        var role = row.get("role", String.class);
        var level = row.get("access_level", String.class);
        var firmStatus = row.get("firm_status", String.class);
        return new Access(
                row.get("id", UUID.class),
                row.get("firm_id", UUID.class),
                role == null ? null : Role.valueOf(role),
                level == null ? null : AccessLevel.valueOf(level),
                row.get("owner_id", UUID.class),
                row.get("tenant_id", UUID.class),
                firmStatus == null ? null : FirmStatus.valueOf(firmStatus),
                row.get("until", Instant.class),
                null,
                row.get("platform_administrator", Boolean.class),
                row.get("active", Boolean.class));
    }
}
