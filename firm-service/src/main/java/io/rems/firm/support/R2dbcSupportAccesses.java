package io.rems.firm.support;

import io.r2dbc.spi.Row;
import io.rems.firm.support.SupportAccess.EndedBy;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Support accesses: changed across firms; a firm's own transaction sees those to itself. */
@Repository
class R2dbcSupportAccesses {
    private static final String COLUMNS =
            "firm_id, id, user_id, user_name, reason, read_only, granted_at, until, ended_at, ended_by, version";
    private static final int AT_ONCE = 100;

    private final FirmSql sql;

    R2dbcSupportAccesses(FirmSql sql) {
        this.sql = sql;
    }

    Mono<String> nameOf(UUID user) {
        return sql.sql("SELECT name FROM portal_user WHERE id = :user")
                .bind("user", user)
                .one(row -> row.get("name", String.class));
    }

    Mono<Boolean> worksIn(FirmId firm, UUID user) {
        return sql.sql("""
                        SELECT EXISTS (SELECT FROM assignment
                                        WHERE firm_id = :firm AND user_id = :user AND ended_at IS NULL) AS found""").bind("firm", firm.value()).bind("user", user).one(row -> row.get("found", Boolean.class));
    }

    Mono<Void> add(SupportAccess access) {
        return sql.sql("INSERT INTO support_access (" + COLUMNS + ") VALUES (:firm, :id, :user, :name, :reason,"
                        + " :readOnly, :grantedAt, :until, NULL, NULL, :version)")
                .bind("firm", access.firm().value())
                .bind("id", access.id())
                .bind("user", access.userId())
                .bind("name", access.userName())
                .bind("reason", access.reason())
                .bind("readOnly", access.readOnly())
                .bind("grantedAt", access.grantedAt())
                .bind("until", access.until())
                .bind("version", access.version())
                .update()
                .then();
    }

    /** Ends an open one; empty if there is none. */
    Mono<SupportAccess> end(FirmId firm, UUID id, EndedBy by, Instant at) {
        return sql.sql("""
                        UPDATE support_access SET ended_at = :at, ended_by = :by, version = version + 1
                         WHERE firm_id = :firm AND id = :id AND ended_at IS NULL RETURNING\s""" + COLUMNS)
                .bind("firm", firm.value())
                .bind("id", id)
                .bind("by", by.name())
                .bind("at", at)
                .one(R2dbcSupportAccesses::access);
    }

    Mono<SupportAccess> byId(FirmId firm, UUID id) {
        return sql.sql("SELECT " + COLUMNS + " FROM support_access WHERE firm_id = :firm AND id = :id")
                .bind("firm", firm.value())
                .bind("id", id)
                .one(R2dbcSupportAccesses::access);
    }

    /** The open one of a user in a firm whose time is over, but which nobody has ended yet. */
    Mono<UUID> overdue(FirmId firm, UUID user, Instant now) {
        return sql.sql("""
                        SELECT id FROM support_access
                         WHERE firm_id = :firm AND user_id = :user AND ended_at IS NULL AND until <= :now""")
                .bind("firm", firm.value())
                .bind("user", user)
                .bind("now", now)
                .one(row -> row.get("id", UUID.class));
    }

    Mono<List<Due>> overdue(Instant now) {
        return sql.sql("""
                        SELECT firm_id, id FROM support_access
                         WHERE ended_at IS NULL AND until <= :now ORDER BY until LIMIT :most""")
                .bind("now", now)
                .bind("most", AT_ONCE)
                .list(row -> new Due(new FirmId(row.get("firm_id", UUID.class)), row.get("id", UUID.class)));
    }

    Mono<Page<SupportAccess>> pageOfFirm(ListQuery query) {
        return page(listing(), query);
    }

    /** The same for work across firms. */
    Mono<Page<SupportAccess>> pageOf(FirmId firm, ListQuery query) {
        return page(listing().bind("firm", firm.value()), query);
    }

    private Listing listing() {
        return Listing.of(sql, "SELECT " + COLUMNS + " FROM support_access WHERE firm_id = :firm");
    }

    private static Mono<Page<SupportAccess>> page(Listing listing, ListQuery query) {
        return listing.sortable("grantedAt", "granted_at", Instant.class)
                .sortable("until", "until", Instant.class)
                .searchable("user_name", "reason")
                .orderedBy("-grantedAt")
                .page(query, R2dbcSupportAccesses::access);
    }

    private static SupportAccess access(Row row) {
        var endedBy = row.get("ended_by", String.class);
        return new SupportAccess(
                row.get("id", UUID.class),
                new FirmId(row.get("firm_id", UUID.class)),
                row.get("user_id", UUID.class),
                row.get("user_name", String.class),
                row.get("reason", String.class),
                row.get("read_only", Boolean.class),
                row.get("granted_at", Instant.class),
                row.get("until", Instant.class),
                row.get("ended_at", Instant.class),
                endedBy == null ? null : EndedBy.valueOf(endedBy),
                row.get("version", Long.class));
    }
}
