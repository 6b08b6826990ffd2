package io.rems.reporting.audit;

import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The firm's events in the order in which they were recorded, each bound to the one before it. */
@Component
class R2dbcAuditLog {
    private static final String HOLD_END = """
            INSERT INTO audit_chain AS chain (firm_id, sequence, digest) VALUES (:firm, 0, CAST('' AS bytea))
            ON CONFLICT (firm_id) DO UPDATE SET sequence = chain.sequence
            """;
    private static final String APPEND = """
            WITH RECURSIVE told AS MATERIALIZED (
                SELECT * FROM unnest(:events, :types, :sources, :subjects, :versions, :actors, CAST(:supports AS uuid[]),
                                     CAST(:times AS timestamptz[]), :payloads) WITH ORDINALITY
                              AS t (event, type, source, subject, version, actor, support, time, payload, place)),
            linked (place, sequence, digest) AS (
                SELECT CAST(0 AS bigint), sequence, digest FROM audit_chain WHERE firm_id = :firm
                UNION ALL
                SELECT t.place, l.sequence + 1,
                       audit_digest(l.digest, :firm, l.sequence + 1, t.event, t.type, t.source, t.subject, t.version,
                                    t.actor, t.time, t.payload, t.support)
                  FROM linked l JOIN told t ON t.place = l.place + 1),
            added AS (
                INSERT INTO audit_entry (firm_id, sequence, event_id, type, source, subject, aggregate_version, actor,
                                         support_access, time, payload, digest)
                SELECT :firm, l.sequence, t.event, t.type, t.source, t.subject, t.version, t.actor, t.support, t.time,
                       CAST(t.payload AS json), l.digest
                  FROM linked l JOIN told t USING (place))
            UPDATE audit_chain SET sequence = l.sequence, digest = l.digest
              FROM (SELECT sequence, digest FROM linked ORDER BY place DESC LIMIT 1) l WHERE firm_id = :firm
            """;
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

    /** Adds the events at the end of the chain of their firm, in the transaction of their inbox rows. */
    Mono<Void> append(List<ReceivedEvent> events) {
        return database.sql(HOLD_END)
                .update()
                .then(database.sql(APPEND)
                        .bind("events", of(events, UUID[]::new, ReceivedEvent::id))
                        .bind("types", of(events, String[]::new, ReceivedEvent::type))
                        .bind("sources", of(events, String[]::new, ReceivedEvent::source))
                        .bind("subjects", of(events, UUID[]::new, ReceivedEvent::subject))
                        .bind("versions", of(events, Long[]::new, ReceivedEvent::aggregateVersion))
                        .bind(
                                "actors",
                                of(events, String[]::new, event -> event.actor().id()))
                        .bind(
                                "supports",
                                of(events, UUID[]::new, event -> event.actor().supportAccess()))
                        .bind("times", of(events, Instant[]::new, ReceivedEvent::time))
                        .bind(
                                "payloads",
                                of(events, String[]::new, event -> event.data().toString()))
                        .update()
                        .then());
    }

    Mono<AuditPage> find(AuditQuery wanted, ListQuery query) {
        var listing = listing(wanted);
        return transactions.inFirm(listing.page(query, row -> AuditEntry.of(row, json))
                .flatMap(page -> asOf().map(asOf -> answer(page, asOf))));
    }

    private static <T extends @Nullable Object> T[] of(
            List<ReceivedEvent> events, IntFunction<T[]> array, Function<ReceivedEvent, T> part) {
        return events.stream().map(part).toArray(array);
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
