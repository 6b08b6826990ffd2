package io.rems.firm.firm;

import io.rems.firm.lookalike.Look;
import io.rems.firm.lookalike.Lookalikes;
import io.rems.firm.lookalike.Lookalikes.Kind;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The firms in the database: one's own inside a firm's transaction, all of them across firms. */
@Repository
class R2dbcFirms implements Firms {
    private static final String FIRMS = "SELECT " + FirmRow.COLUMNS + " FROM firm f";

    private final FirmSql sql;
    private final Lookalikes lookalikes;

    R2dbcFirms(FirmSql sql, Lookalikes lookalikes) {
        this.sql = sql;
        this.lookalikes = lookalikes;
    }

    Mono<Void> add(Firm firm) {
        return FirmRow.bind(firm, sql.sql(FirmRow.INSERT))
                .update()
                .then(FirmRow.bindDirectory(firm, sql.sql("""
                        INSERT INTO firm_directory (firm, name_key, email_key, search_text)
                        VALUES (:id, :nameKey, :emailKey, :searchText)""")).update())
                .then(claimLook(firm));
    }

    /** A name that stays is not claimed anew: another that looked like it before may have the look. */
    Mono<Void> saveProfile(Firm firm, FirmProfile before) {
        return FirmRow.bind(firm, sql.sql(FirmRow.UPDATE))
                .update()
                .then(FirmRow.bindDirectory(firm, sql.sql("""
                        UPDATE firm_directory SET name_key = :nameKey, email_key = :emailKey, search_text = :searchText
                         WHERE firm = :id""")).update())
                .then(firm.profile().name().equals(before.name()) ? Mono.empty() : claimLook(firm));
    }

    private Mono<Void> claimLook(Firm firm) {
        return lookalikes.claim(
                Kind.FIRM_NAME, Look.ofName(firm.profile().name()), firm.id().value());
    }

    Mono<Void> saveStanding(Firm firm) {
        return sql.sql("""
                        UPDATE firm SET status = :status, status_reason = :reason, status_since = :since, version = :version
                         WHERE firm_id = :id""")
                .bind("id", firm.id().value())
                .bind("status", firm.standing().status().name())
                .bindNullable("reason", firm.standing().reason(), String.class)
                .bind("since", firm.standing().since())
                .bind("version", firm.version())
                .update()
                .then();
    }

    /** Any firm, for work across firms. */
    Mono<Firm> byId(FirmId id) {
        return sql.sql(FIRMS + " WHERE f.firm_id = :id").bind("id", id.value()).one(FirmRow::firm);
    }

    /** Any firm, kept from others until the transaction ends. */
    Mono<Firm> locked(FirmId id) {
        return sql.sql(FIRMS + " WHERE f.firm_id = :id FOR UPDATE")
                .bind("id", id.value())
                .one(FirmRow::firm);
    }

    /** The firm of the caller, if it is this one. */
    Mono<Firm> own(FirmId id) {
        return sql.sql(FIRMS + " WHERE f.firm_id = :firm AND f.firm_id = :id")
                .bind("id", id.value())
                .one(FirmRow::firm);
    }

    /** All firms, for work across firms. */
    Mono<Page<Firm>> page(ListQuery query, FirmSearch search) {
        var all = "SELECT " + FirmRow.COLUMNS
                + ", d.search_text, d.email_key FROM firm f JOIN firm_directory d ON d.firm = f.firm_id";
        return search.narrow(Listing.of(sql, all))
                .sortable("name", "name", String.class)
                .sortable("createdAt", "created_at", Instant.class)
                .searchable("search_text")
                .orderedBy("name")
                .page(query, FirmRow::firm);
    }

    @Override
    public Mono<Void> require(FirmId id) {
        return byId(id).switchIfEmpty(Mono.error(() -> new NotFound("firm", id)))
                .filter(firm -> firm.standing().status() != FirmStatus.CLOSED)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(FirmRefusal.CLOSED)))
                .then();
    }

    @Override
    public Mono<Long> nextVersion() {
        return sql.sql("UPDATE firm SET version = version + 1 WHERE firm_id = :firm RETURNING version")
                .one(row -> row.get("version", Long.class));
    }

    @Override
    public Mono<Long> nextVersionOf(FirmId id) {
        return sql.sql("UPDATE firm SET version = version + 1 WHERE firm_id = :id RETURNING version")
                .bind("id", id.value())
                .one(row -> row.get("version", Long.class));
    }
}
