package io.rems.ownership.valuation;

import io.r2dbc.spi.Row;
import io.rems.ownership.firm.Viewer;
import io.rems.platform.Duplicate;
import io.rems.platform.Money;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Valuations: what holds, and what was known at any moment. */
@Repository
class R2dbcValuations {

    /** An owner sees what a property was worth on the days on which he held a share of it. */
    private static final String KNOWN = """
            SELECT id, revision, property_id, valued_on, amount_minor, currency, method, appraiser, note, recorded_at,
                   superseded_at
              FROM (SELECT valuation.*, lead(valued_on) OVER (ORDER BY valued_on) AS until
                      FROM valuation
                     WHERE firm_id = :firm AND property_id = :property AND %s) known
             WHERE NOT :own_only OR EXISTS (
                SELECT FROM ownership_period held
                 WHERE held.firm_id = known.firm_id AND held.property_id = known.property_id
                   AND held.owner_id = :viewer AND held.superseded_at IS NULL
                   AND (known.until IS NULL OR held.valid_from < known.until)
                   AND (held.valid_to IS NULL OR held.valid_to > known.valued_on))""";

    private static final String NOW = KNOWN.formatted("superseded_at IS NULL");
    private static final String THEN =
            KNOWN.formatted("recorded_at <= :known_at AND (superseded_at IS NULL OR superseded_at > :known_at)");

    private final FirmSql sql;

    R2dbcValuations(FirmSql sql) {
        this.sql = sql;
    }

    /** When a change is recorded that the property's lock lets through now: later than all before it. */
    Mono<Instant> moment(UUID property) {
        return sql.sql("""
                SELECT greatest(clock_timestamp(),
                                max(greatest(recorded_at, superseded_at)) + interval '1 microsecond') AS moment
                  FROM valuation WHERE firm_id = :firm AND property_id = :property""").bind("property", property).one(row -> row.get("moment", Instant.class));
    }

    /** By the clock that records, in an open transaction. */
    Mono<Boolean> isYetToCome(Instant moment) {
        return sql.sql("SELECT CAST(:moment AS timestamptz) > clock_timestamp() AS ahead")
                .bind("moment", moment)
                .one(row -> row.get("ahead", Boolean.class));
    }

    Mono<RecordedValuation> add(Valuation valuation, long revision, Instant at) {
        return sql.sql("""
                INSERT INTO valuation (
                    firm_id, id, revision, property_id, valued_on, amount_minor, currency, method, appraiser, note,
                    recorded_at)
                VALUES (
                    :firm, :id, :revision, :property, :valued_on, :amount, :currency, :method, :appraiser, :note, :at)""")
                .bind("id", valuation.id())
                .bind("revision", revision)
                .bind("property", valuation.propertyId())
                .bind("valued_on", valuation.valuedOn())
                .bind("amount", valuation.amount().minor())
                .bind("currency", valuation.amount().currency().getCurrencyCode())
                .bind("method", valuation.method().name())
                .bindNullable("appraiser", valuation.appraiser(), String.class)
                .bindNullable("note", valuation.note(), String.class)
                .bind("at", at)
                .update()
                .onErrorMap(DuplicateKeyException.class, R2dbcValuations::duplicate)
                .thenReturn(new RecordedValuation(valuation, at, null, revision));
    }

    /** @return how many rows: none where that revision does not hold (any more) */
    Mono<Long> supersede(UUID id, long revision, Instant at) {
        return sql.sql("""
                UPDATE valuation SET superseded_at = :at
                 WHERE firm_id = :firm AND id = :id AND revision = :revision AND superseded_at IS NULL""")
                .bind("at", at)
                .bind("id", id)
                .bind("revision", revision)
                .update();
    }

    Mono<RecordedValuation> get(UUID property, UUID id, Viewer viewer) {
        return seen("SELECT * FROM (" + NOW + ") current WHERE id = :id", property, viewer)
                .bind("id", id)
                .one(R2dbcValuations::recorded);
    }

    /** All revisions, the first one first. */
    Mono<List<RecordedValuation>> history(UUID property, UUID id) {
        return sql.sql("""
                SELECT * FROM valuation WHERE firm_id = :firm AND id = :id AND property_id = :property
                 ORDER BY revision""").bind("id", id).bind("property", property).list(R2dbcValuations::recorded);
    }

    /** The valuation in force on a day, as it is known now or was at an earlier moment. */
    Mono<RecordedValuation> inForce(UUID property, LocalDate day, @Nullable Instant knownAt, Viewer viewer) {
        var statement = seen(
                        "SELECT * FROM (" + (knownAt == null ? NOW : THEN)
                                + ") known WHERE valued_on <= :day ORDER BY valued_on DESC LIMIT 1",
                        property,
                        viewer)
                .bind("day", day);
        return (knownAt == null ? statement : statement.bind("known_at", knownAt)).one(R2dbcValuations::recorded);
    }

    Mono<Page<RecordedValuation>> page(ListQuery query, UUID property, Viewer viewer) {
        return Listing.of(sql, NOW)
                .bind("property", property)
                .bind("own_only", viewer.ownOnly())
                .bind("viewer", viewer.ownerId())
                .sortable("valuedOn", "valued_on", LocalDate.class)
                .sortable("method", "method", String.class)
                .sortable("recordedAt", "recorded_at", Instant.class)
                .orderedBy("-valuedOn")
                .page(query, R2dbcValuations::recorded);
    }

    private FirmSql.Statement seen(String text, UUID property, Viewer viewer) {
        return sql.sql(text)
                .bind("property", property)
                .bind("own_only", viewer.ownOnly())
                .bind("viewer", viewer.ownerId());
    }

    private static RequestRefused duplicate(DuplicateKeyException error) {
        return new RequestRefused(
                Constraints.violated(error, "valuation_of_day")
                        ? new ValuedAlready()
                        : new Duplicate("valuation", "id"));
    }

    static RecordedValuation recorded(Row row) {
        var valuation = new Valuation(
                row.get("id", UUID.class),
                row.get("property_id", UUID.class),
                row.get("valued_on", LocalDate.class),
                new Money(row.get("amount_minor", Long.class), Currency.getInstance(row.get("currency", String.class))),
                ValuationMethod.valueOf(row.get("method", String.class)),
                row.get("appraiser", String.class),
                row.get("note", String.class));
        return new RecordedValuation(
                valuation,
                row.get("recorded_at", Instant.class),
                row.get("superseded_at", Instant.class),
                row.get("revision", Long.class));
    }
}
