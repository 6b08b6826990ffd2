package io.rems.firm.user;

import io.r2dbc.spi.Row;
import io.rems.firm.assignment.PrimaryFirm;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Users as lists across firms show them. */
@Repository
class R2dbcUserLists {
    static final String ALL = """
            SELECT u.id, u.email, u.name, u.phone, u.language, u.status AS stored_status, u.platform_administrator,
                   u.created_at, u.version,
                   (SELECT a.locked_until FROM sign_in_attempt a WHERE a.email_key = u.email_key) AS locked_until,
                   (SELECT max(s.started_at) FROM sign_in_session s WHERE s.user_id = u.id) AS last_sign_in_at
              FROM portal_user u""";
    private static final String LOCKED =
            "SELECT u.id FROM sign_in_attempt s JOIN portal_user u ON u.email_key = s.email_key WHERE s.locked_until > :now";
    private final FirmSql sql;
    private final Clock clock;

    R2dbcUserLists(FirmSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** All users, for work across firms. */
    Mono<Page<KnownUser>> page(UserFilter filter, ListQuery query) {
        var listing = Accounts.inOrder(Listing.of(sql, ALL), "created_at").searchable("name", "email");
        Accounts.narrow(listing, filter.status(), LOCKED, clock.instant());
        if (filter.firm() != null) {
            listing.where(
                    "id IN (SELECT user_id FROM assignment WHERE firm_id = :wanted AND ended_at IS NULL%s)"
                            .formatted(filter.role() == null ? "" : " AND role = :role"),
                    "wanted",
                    filter.firm());
        } else if (filter.role() != null) {
            listing.where(
                    "EXISTS (SELECT FROM assignment a WHERE a.user_id = listed.id AND a.ended_at IS NULL AND a.role = :role)",
                    "role",
                    filter.role().name());
        }
        if (filter.firm() != null && filter.role() != null) {
            listing.bind("role", filter.role().name());
        }
        return listing.page(query, this::knownUser);
    }

    /** All firms of a user, for work across firms. */
    Mono<List<FirmOfUser>> firmsOf(UUID user) {
        return sql.sql("""
                        SELECT f.firm_id, f.name, a.id, a.role, a.access_level, a.since, a.ended_at,
                               a.ended_at IS NULL AND coalesce(f.firm_id = %s, false) AS is_primary
                          FROM assignment a
                          JOIN firm f ON f.firm_id = a.firm_id
                          JOIN portal_user u ON u.id = a.user_id
                         WHERE a.user_id = :user
                         ORDER BY a.ended_at DESC NULLS FIRST, f.name, a.id""".formatted(PrimaryFirm.AT_NOW))
                .bind("user", user)
                .bind("now", clock.instant())
                .list(R2dbcUserLists::firm);
    }

    private KnownUser knownUser(Row row) {
        return new KnownUser(
                row.get("id", UUID.class),
                row.get("email", String.class),
                row.get("name", String.class),
                row.get("phone", String.class),
                Language.ofTag(row.get("language", String.class)),
                Accounts.status(row, clock.instant()),
                row.get("platform_administrator", Boolean.class),
                row.get("created_at", Instant.class),
                row.get("last_sign_in_at", Instant.class));
    }

    private static FirmOfUser firm(Row row) {
        return new FirmOfUser(
                row.get("firm_id", UUID.class),
                row.get("name", String.class),
                row.get("id", UUID.class),
                Role.valueOf(row.get("role", String.class)),
                AccessLevel.valueOf(row.get("access_level", String.class)),
                row.get("is_primary", Boolean.class),
                row.get("since", Instant.class),
                row.get("ended_at", Instant.class));
    }
}
