package io.rems.firm.user;

import io.r2dbc.spi.Row;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The users in the database: across firms all of them, in a firm's transaction those who work or worked in it. */
@Repository
class R2dbcUsers {
    private static final String USERS = """
            SELECT id, email, name, language, status, platform_administrator, created_at, version
              FROM portal_user
            """;
    private static final String OF_FIRM = USERS + """
            WHERE id IN (SELECT user_id FROM assignment WHERE firm_id = :firm)""";

    private final FirmSql sql;

    R2dbcUsers(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Void> add(PortalUser user) {
        return sql.sql("""
                        INSERT INTO portal_user
                               (id, email, email_key, name, language, status, platform_administrator, created_at, version)
                        VALUES (:id, :email, :key, :name, :language, :status, :administrator, :createdAt, :version)""")
                .bind("id", user.id())
                .bind("email", user.email().written())
                .bind("key", user.email().key())
                .bind("name", user.name())
                .bind("language", user.language().tag())
                .bind("status", user.status().name())
                .bind("administrator", user.platformAdministrator())
                .bind("createdAt", user.createdAt())
                .bind("version", user.version())
                .update()
                .then();
    }

    Mono<Void> setPassword(UUID user, String hash, Instant at) {
        return sql.sql("""
                        INSERT INTO credential (user_id, password_hash, changed_at) VALUES (:user, :hash, :at)
                        ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = :at""")
                .bind("user", user)
                .bind("hash", hash)
                .bind("at", at)
                .update()
                .then();
    }

    Mono<PortalUser> byId(UUID id) {
        return sql.sql(USERS + " WHERE id = :id").bind("id", id).one(R2dbcUsers::user);
    }

    /** A user of the caller's firm. */
    Mono<PortalUser> ofFirm(UUID id) {
        return sql.sql(OF_FIRM + " AND id = :id").bind("id", id).one(R2dbcUsers::user);
    }

    Mono<Page<PortalUser>> pageOfFirm(ListQuery query) {
        return page(Listing.of(sql, OF_FIRM), query);
    }

    /** All users, for work across firms. */
    Mono<Page<PortalUser>> page(ListQuery query) {
        return page(Listing.of(sql, USERS), query);
    }

    private static Mono<Page<PortalUser>> page(Listing listing, ListQuery query) {
        return listing.sortable("name", "name", String.class)
                .sortable("email", "email", String.class)
                .sortable("createdAt", "created_at", Instant.class)
                .searchable("name", "email")
                .orderedBy("name")
                .page(query, R2dbcUsers::user);
    }

    Mono<Boolean> haveAdministrator() {
        return sql.sql("SELECT EXISTS (SELECT FROM portal_user WHERE platform_administrator) AS found")
                .one(row -> row.get("found", Boolean.class));
    }

    private static PortalUser user(Row row) {
        return new PortalUser(
                row.get("id", UUID.class),
                new EmailAddress(row.get("email", String.class)),
                row.get("name", String.class),
                Language.ofTag(row.get("language", String.class)),
                UserStatus.valueOf(row.get("status", String.class)),
                row.get("platform_administrator", Boolean.class),
                row.get("created_at", Instant.class),
                row.get("version", Long.class));
    }
}
