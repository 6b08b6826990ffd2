package io.rems.firm.firm;

import io.r2dbc.spi.Row;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The firms in the database: one's own inside a firm's transaction, all of them across firms. */
@Repository
class R2dbcFirms implements Firms {
    private static final String FIRMS = """
            SELECT firm_id AS id, name, legal_name, email, currency, time_zone, status, status_reason,
                   coalesce(status_since, created_at) AS status_since, created_at, version
              FROM firm""";

    private final FirmSql sql;

    R2dbcFirms(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Void> add(Firm firm) {
        return sql.sql("""
                        INSERT INTO firm (firm_id, name, legal_name, email, currency, time_zone, status, created_at, version)
                        VALUES (:id, :name, :legalName, :email, :currency, :timeZone, :status, :createdAt, :version)""")
                .bind("id", firm.id().value())
                .bind("name", firm.name())
                .bindNullable("legalName", firm.legalName(), String.class)
                .bind("email", firm.email())
                .bind("currency", firm.currency().getCurrencyCode())
                .bind("timeZone", firm.timeZone().getId())
                .bind("status", firm.standing().status().name())
                .bind("createdAt", firm.createdAt())
                .bind("version", firm.version())
                .update()
                .then(sql.sql("INSERT INTO firm_directory (firm, name_key, email_key) VALUES (:id, :name, :email)")
                        .bind("id", firm.id().value())
                        .bind("name", firm.nameKey())
                        .bind("email", firm.emailKey())
                        .update())
                .then();
    }

    /** Any firm, for work across firms. */
    Mono<Firm> byId(FirmId id) {
        return sql.sql(FIRMS + " WHERE firm_id = :id").bind("id", id.value()).one(R2dbcFirms::firm);
    }

    /** Any firm, kept from others until the transaction ends. */
    Mono<Firm> locked(FirmId id) {
        return sql.sql(FIRMS + " WHERE firm_id = :id FOR UPDATE")
                .bind("id", id.value())
                .one(R2dbcFirms::firm);
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

    /** The firm of the caller, if it is this one. */
    Mono<Firm> own(FirmId id) {
        return sql.sql(FIRMS + " WHERE firm_id = :firm AND firm_id = :id")
                .bind("id", id.value())
                .one(R2dbcFirms::firm);
    }

    /** All firms, for work across firms. */
    Mono<Page<Firm>> page(ListQuery query) {
        return Listing.of(sql, FIRMS)
                .sortable("name", "name", String.class)
                .sortable("createdAt", "created_at", Instant.class)
                .searchable("name", "legal_name", "email")
                .orderedBy("name")
                .page(query, R2dbcFirms::firm);
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

    private static Firm firm(Row row) {
        return new Firm(
                new FirmId(row.get("id", UUID.class)),
                row.get("name", String.class),
                row.get("legal_name", String.class),
                row.get("email", String.class),
                Currency.getInstance(row.get("currency", String.class)),
                ZoneId.of(row.get("time_zone", String.class)),
                new Standing(
                        FirmStatus.valueOf(row.get("status", String.class)),
                        row.get("status_reason", String.class),
                        row.get("status_since", Instant.class)),
                row.get("created_at", Instant.class),
                row.get("version", Long.class));
    }
}
