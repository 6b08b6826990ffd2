package io.rems.reporting.audit;

import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The firm's events in the order in which they were recorded, each bound to the one before it. */
@Component
class R2dbcAuditLog {
    private static final String DIGEST = """
            audit_digest(%s, :firm, %s, :event, :type, :source, :subject, :version, :actor,
                         CAST(:time AS timestamptz), :payload, CAST(:support AS uuid))""";
    private static final String APPEND = """
            WITH head AS (
                INSERT INTO audit_chain AS chain (firm_id, sequence, digest) VALUES (:firm, 1, %s)
                ON CONFLICT (firm_id) DO UPDATE SET sequence = chain.sequence + 1, digest = %s
                RETURNING sequence, digest)
            INSERT INTO audit_entry (firm_id, sequence, event_id, type, source, subject, aggregate_version, actor,
                                     support_access, time, payload, digest)
            SELECT :firm, sequence, :event, :type, :source, :subject, :version, :actor, CAST(:support AS uuid), :time,
                   CAST(:payload AS json), digest
              FROM head
            """.formatted(
                    DIGEST.formatted("CAST('' AS bytea)", "1"), DIGEST.formatted("chain.digest", "chain.sequence + 1"));
    private static final String ENTRIES = """
            SELECT sequence, event_id, type, source, subject, aggregate_version, actor, support_access, time,
                   CAST(payload AS text) AS payload, digest
              FROM audit_entry WHERE firm_id = :firm
            """;
    private static final String AS_OF = "SELECT time FROM audit_entry WHERE firm_id = :firm ORDER BY time DESC LIMIT 1";

    private final FirmSql database;
    private final Transactions transactions;
    private final JsonMapper json;

    R2dbcAuditLog(FirmSql database, Transactions transactions, JsonMapper json) {
        this.database = database;
        this.transactions = transactions;
        this.json = json;
    }

    /** Adds the event at the end of the chain of its firm, in the transaction of its inbox row. */
    Mono<Void> append(ReceivedEvent event) {
        return database.sql(APPEND)
                .bind("event", event.id())
                .bind("type", event.type())
                .bind("source", event.source())
                .bind("subject", event.subject())
                .bind("version", event.aggregateVersion())
                .bind("actor", event.actor().id())
                .bindNullable("support", event.actor().supportAccess(), UUID.class)
                .bind("time", event.time())
                .bind("payload", event.data().toString())
                .update()
                .then();
    }

    Mono<AuditPage> find(AuditQuery wanted, ListQuery query) {
        var listing = listing(wanted);
        return transactions.inFirm(listing.page(query, row -> AuditEntry.of(row, json))
                .flatMap(page -> asOf().map(asOf -> answer(page, asOf))));
    }

    private static AuditPage answer(Page<AuditEntry> page, Optional<Instant> asOf) {
        return new AuditPage(page.items(), page.next(), page.total(), asOf.orElse(null));
    }

    private Mono<Optional<Instant>> asOf() {
        return database.sql(AS_OF)
                .one(row -> row.get("time", Instant.class))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Listing listing(AuditQuery wanted) {
        var listing = Listing.of(database, ENTRIES)
                .sortable("time", "time", Instant.class)
                .identifiedBy("sequence", Long.class)
                .orderedBy("-time")
                .filter("subject", wanted.entity())
                .filter("actor", wanted.actor())
                .filter("type", wanted.type())
                .filter("support_access", wanted.supportAccess());
        if (wanted.from() != null) {
            listing.where("time >= :from", "from", wanted.from());
        }
        if (wanted.to() != null) {
            listing.where("time < :to", "to", wanted.to());
        }
        return listing;
    }
}
