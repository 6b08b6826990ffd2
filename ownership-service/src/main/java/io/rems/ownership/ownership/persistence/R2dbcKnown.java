package io.rems.ownership.ownership.persistence;

import io.r2dbc.spi.Row;
import io.rems.ownership.ownership.Revision;
import io.rems.ownership.ownership.Revision.Recording;
import io.rems.ownership.ownership.domain.ChangeKind;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.InvalidRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What was known when. Nobody who writes later records anything before an instant that was waited for here. */
@Repository
class R2dbcKnown {

    /** Of {@code ownership_period}, as {@code period}, by {@code :known}. */
    static final String BY_THEN = """
            period.recorded_at <= :known AND (period.superseded_at IS NULL OR period.superseded_at > :known)""";

    private static final String HISTORY = """
            SELECT owner.name AS owner_name, period.recorded_at,
                   CASE WHEN period.superseded_at <= :until THEN period.superseded_at END AS superseded_at,
                   made.kind AS made_kind, made.actor AS made_by, made.reason AS made_reason,
                   undone.kind AS undone_kind, undone.actor AS undone_by, undone.reason AS undone_reason,\s""" + PeriodRow.COLUMNS + """

              FROM ownership_period period
              JOIN owner ON owner.firm_id = period.firm_id AND owner.id = period.owner_id
              LEFT JOIN ownership_change made
                ON made.firm_id = period.firm_id AND made.property_id = period.property_id
                   AND made.recorded_at = period.recorded_at
              LEFT JOIN ownership_change undone
                ON undone.firm_id = period.firm_id AND undone.property_id = period.property_id
                   AND undone.recorded_at = period.superseded_at
             WHERE period.firm_id = :firm AND period.property_id = :property AND period.recorded_at <= :until
             ORDER BY period.recorded_at, period.id, period.revision""";

    private static final String PROPERTIES_OF = """
            SELECT id FROM property
             WHERE firm_id = :firm AND id IN (
                   SELECT period.property_id FROM ownership_period period
                    WHERE period.firm_id = :firm AND period.owner_id = :owner AND %s)
             ORDER BY id FOR SHARE""".formatted(BY_THEN);

    private static final OffsetDateTime EVER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final FirmSql sql;
    private final Transactions transactions;

    R2dbcKnown(FirmSql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Completes when what was known of the property at the instant is settled. */
    Mono<Void> at(PropertyId property, Instant instant) {
        return settled(instant, "FROM property WHERE firm_id = :firm AND id = :id FOR SHARE", property.value());
    }

    /** The same for what an owner holds, of all properties: whoever records it holds on to the owner's row. */
    Mono<Void> at(UUID owner, Instant instant) {
        return settled(instant, "FROM owner WHERE firm_id = :firm AND id = :id FOR UPDATE", owner);
    }

    /**
     * The same for the values of what he held by then: whoever values a property holds on to its row. To be asked once it
     * is settled what he held.
     */
    Mono<Void> atAllOf(UUID owner, Instant instant) {
        return transactions.inFirmAgain(sql.sql(PROPERTIES_OF)
                .bind("owner", owner)
                .bind("known", instant.atOffset(ZoneOffset.UTC))
                .list(row -> row.get("id", UUID.class))
                .then());
    }

    Mono<List<Revision>> history(PropertyId property, @Nullable Instant until) {
        return sql.sql(HISTORY)
                .bind("property", property.value())
                .bind("until", until == null ? EVER : until.atOffset(ZoneOffset.UTC))
                .list(R2dbcKnown::revision);
    }

    /** The lock is had for a moment only: that nobody else holds the row is all that is asked. */
    private Mono<Void> settled(Instant instant, String held, UUID id) {
        return sql.sql("SELECT CAST(:known AS timestamptz) <= clock_timestamp() AS come " + held)
                .bind("known", instant.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .one(row -> row.get("come", Boolean.class))
                .flatMap(come -> come ? Mono.empty() : Mono.error(R2dbcKnown::future));
    }

    private static InvalidRequest future() {
        return new InvalidRequest("knownAt", "FUTURE", "must not be later than now: nobody knows yet");
    }

    private static Revision revision(Row row) {
        var superseded = row.get("superseded_at", OffsetDateTime.class);
        return new Revision(
                PeriodRow.period(row).orElseThrow(),
                recording(row.get("recorded_at", OffsetDateTime.class), "made", row),
                superseded == null ? null : recording(superseded, "undone", row));
    }

    private static Recording recording(OffsetDateTime at, String how, Row row) {
        var kind = row.get(how + "_kind", String.class);
        return new Recording(
                at.toInstant(),
                kind == null ? null : ChangeKind.valueOf(kind),
                row.get(how + "_by", String.class),
                row.get(how + "_reason", String.class));
    }
}
