package io.rems.firm.assignment.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.assignment.AccessDirectory;
import io.rems.firm.assignment.InForce;
import io.rems.firm.assignment.PrimaryFirm;
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
    /** Support counts for a platform administrator who does not work in the firm himself. */
    private static final String ACCESS = """
            SELECT u.id, u.status = 'ACTIVE' AS active, u.platform_administrator, f.firm_id, f.status AS firm_status,
                   a.accepted, a.role, a.access_level, a.owner_id, a.tenant_id, s.id AS support_id, s.read_only,
                   least(coalesce(a.until, s.until), %3$s) AS until
              FROM portal_user u
              LEFT JOIN assignment a ON a.firm_id = %1$s AND a.user_id = u.id AND %2$s
              LEFT JOIN support_access s ON s.firm_id = %1$s AND s.user_id = u.id AND s.ended_at IS NULL
                    AND s.until > :now AND u.platform_administrator AND a.id IS NULL
              LEFT JOIN firm f ON f.firm_id = coalesce(a.firm_id, s.firm_id)
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
    public Mono<Entry> of(UUID user, @Nullable FirmId firm) {
        var statement = firm == null
                ? sql.sql(ACCESS.formatted(PrimaryFirm.AT_NOW, InForce.AT_NOW, PrimaryFirm.NEXT_BEGINS))
                : sql.sql(ACCESS.formatted(":wanted", InForce.AT_NOW, "NULL::timestamptz"))
                        .bind("wanted", firm.value());
        return transactions
                .acrossFirms(statement
                        .bind("user", user)
                        .bind("now", clock.instant())
                        .one(R2dbcAccessDirectory::entry))
                .filter(entry -> entry.access().firmId() != null || firm == null);
    }

    private static Entry entry(Row row) {
        var access = access(row);
        var mayCome = access.userActive() && access.firmStatus() == FirmStatus.ACTIVE;
        return new Entry(access, mayCome && Boolean.FALSE.equals(row.get("accepted", Boolean.class)));
    }

    private static Access access(Row row) {
        var support = row.get("support_id", UUID.class);
        var role = row.get("role", String.class);
        var firmStatus = row.get("firm_status", String.class);
        return new Access(
                row.get("id", UUID.class),
                row.get("firm_id", UUID.class),
                role != null ? Role.valueOf(role) : support != null ? Role.ADMIN : null,
                role != null ? AccessLevel.valueOf(row.get("access_level", String.class)) : supportLevel(row, support),
                row.get("owner_id", UUID.class),
                row.get("tenant_id", UUID.class),
                firmStatus == null ? null : FirmStatus.valueOf(firmStatus),
                row.get("until", Instant.class),
                support,
                row.get("platform_administrator", Boolean.class),
                row.get("active", Boolean.class));
    }

    private static @Nullable AccessLevel supportLevel(Row row, @Nullable UUID support) {
        if (support == null) {
            return null;
        }
        return row.get("read_only", Boolean.class) ? AccessLevel.RESTRICTED : AccessLevel.FULL;
    }
}
