package io.rems.firm.user;

import io.r2dbc.spi.Row;
import io.rems.platform.Versioned;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import io.rems.platform.web.WordIndex;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The users of the caller's firm. */
@Repository
class R2dbcColleagues {
    /**
     * Of each user the assignment that counts most. What lists sort by stands with it, and what stands elsewhere is a value
     * of its own: a page reads its rows only, and nothing of them before they are found.
     */
    static final String OF_FIRM = """
            SELECT a.user_id AS id, a.user_email AS email, a.user_name AS name,
                   (SELECT u.phone FROM portal_user u WHERE u.id = a.user_id) AS phone, a.user_language AS language,
                   a.user_status AS stored_status,
                   coalesce((SELECT u.version FROM portal_user u WHERE u.id = a.user_id), a.version) AS version,
                   (SELECT v.locked_until FROM user_activity v WHERE v.user_id = a.user_id) AS locked_until,
                   (SELECT v.last_sign_in_at FROM user_activity v WHERE v.user_id = a.user_id) AS last_sign_in_at,
                   a.id AS assignment_id, a.role, a.access_level, a.since, a.ended_at IS NULL AS works_here
              FROM assignment a
             WHERE a.firm_id = :firm
               AND NOT EXISTS (SELECT FROM assignment o
                                WHERE o.firm_id = a.firm_id AND o.user_id = a.user_id AND o.id <> a.id
                                  AND (coalesce(o.ended_at, 'infinity'), o.since, o.id)
                                      > (coalesce(a.ended_at, 'infinity'), a.since, a.id))""";

    private static final WordIndex WORDS = new WordIndex("assignment_word", "assignment_id", "assignment_id");
    static final String LOCKED = "SELECT user_id FROM user_locked WHERE locked_until > :now";

    private final FirmSql sql;
    private final Clock clock;

    R2dbcColleagues(FirmSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Who works or worked in the caller's firm. */
    Mono<Page<Colleague>> page(UserFilter filter, ListQuery query) {
        var listing = Accounts.inOrder(Listing.of(sql, OF_FIRM), "since")
                .identifiedBy("assignment_id", UUID.class)
                .sortable("id", "id", UUID.class)
                .searchable(WORDS)
                .filter("role", filter.role());
        Accounts.narrow(listing, filter.status(), LOCKED, clock.instant());
        return listing.page(query, this::colleague);
    }

    Mono<Versioned<Colleague>> byId(UUID id) {
        return sql.sql(OF_FIRM + " AND a.user_id = :id")
                .bind("id", id)
                .one(row -> new Versioned<>(colleague(row), row.get("version", Long.class)));
    }

    private Colleague colleague(Row row) {
        return new Colleague(
                row.get("id", UUID.class),
                row.get("email", String.class),
                row.get("name", String.class),
                row.get("phone", String.class),
                Language.ofTag(row.get("language", String.class)),
                Accounts.status(row, clock.instant()),
                row.get("assignment_id", UUID.class),
                Role.valueOf(row.get("role", String.class)),
                AccessLevel.valueOf(row.get("access_level", String.class)),
                row.get("works_here", Boolean.class),
                row.get("last_sign_in_at", Instant.class));
    }
}
