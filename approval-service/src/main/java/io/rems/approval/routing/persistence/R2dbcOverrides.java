package io.rems.approval.routing.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.routing.OverrideView;
import io.rems.approval.routing.Overrides;
import io.rems.approval.routing.domain.Origin;
import io.rems.approval.routing.domain.PolicyOverride;
import io.rems.platform.Versioned;
import io.rems.platform.access.Actor;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.StaleVersion;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcOverrides implements Overrides {

    private static final String ALL = """
            SELECT o.subject_id AS id, o.subject_id, o.origin, o.version, p.name, o.rule, o.limit_minor, o.limit_currency,
                   o.reason, o.set_by, o.set_at
              FROM policy_override o
              LEFT JOIN property p ON p.firm_id = o.firm_id AND p.id = o.subject_id AND o.origin = 'PROPERTY'
             WHERE o.firm_id = :firm AND o.origin = :origin""";

    private static final String ONE = ALL + " AND o.subject_id = :subject";

    private static final String OTHERWISE = ALL + " AND (o.rule IS NOT NULL OR o.limit_minor IS NOT NULL)";

    private static final String HELD_BY = """
            id = :owner OR EXISTS (SELECT FROM ownership_period h
                                    WHERE h.firm_id = :firm AND h.owner_id = :owner AND h.property_id = listed.id)""";

    /** What nobody ever spoke of is at version 0. */
    private static final String SAVE = """
            INSERT INTO policy_override AS o (firm_id, origin, subject_id, version, rule, limit_minor, limit_currency, reason,
                                              set_by, set_at)
            SELECT :firm, :origin, :subject, 1, :rule, :limit_minor, :limit_currency, :reason, :set_by, :set_at
             WHERE :version = 0 OR EXISTS (SELECT FROM policy_override
                                            WHERE firm_id = :firm AND origin = :origin AND subject_id = :subject)
            ON CONFLICT (firm_id, origin, subject_id) DO UPDATE
               SET version = o.version + 1, rule = excluded.rule, limit_minor = excluded.limit_minor,
                   limit_currency = excluded.limit_currency, reason = excluded.reason, set_by = excluded.set_by,
                   set_at = excluded.set_at
             WHERE o.version = :version""";

    private final FirmSql database;

    R2dbcOverrides(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Versioned<PolicyOverride>> find(Origin origin, UUID of) {
        return one(origin, of).one(OverrideRow::versioned);
    }

    @Override
    public Mono<Void> save(Versioned<PolicyOverride> override, @Nullable String reason, Actor by, Instant at) {
        var value = override.value();
        var limit = value.limit();
        return database.sql(SAVE)
                .bind("origin", value.origin().name())
                .bind("subject", value.of())
                .bind("version", override.version())
                .bindNullable("rule", value.rule() == null ? null : value.rule().name(), String.class)
                .bindNullable("limit_minor", limit == null ? null : limit.minor(), Long.class)
                .bindNullable(
                        "limit_currency",
                        limit == null ? null : limit.currency().getCurrencyCode(),
                        String.class)
                .bindNullable("reason", reason, String.class)
                .bind("set_by", by.id())
                .bind("set_at", at)
                .update()
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new StaleVersion()));
    }

    @Override
    public Mono<Versioned<OverrideView>> view(Origin origin, UUID of) {
        return one(origin, of)
                .one(row -> new Versioned<>(view(row), row.get("version", Long.class)))
                .defaultIfEmpty(new Versioned<>(new OverrideView(of, null, null, null, null, null, null), 0));
    }

    @Override
    public Mono<Page<OverrideView>> list(Origin origin, @Nullable OwnerId visibleTo, ListQuery query) {
        return Listing.of(database, OTHERWISE)
                .bind("origin", origin.name())
                .whereGiven(HELD_BY, "owner", visibleTo == null ? null : visibleTo.value())
                .sortable("setAt", "set_at", Instant.class)
                .sortableNullable("limit", "limit_minor", Long.class)
                .sortableNullable("name", "name", String.class)
                .searchable("name", "reason")
                .orderedBy("-setAt")
                .page(query, R2dbcOverrides::view);
    }

    private FirmSql.Statement one(Origin origin, UUID of) {
        return database.sql(ONE).bind("origin", origin.name()).bind("subject", of);
    }

    private static OverrideView view(Row row) {
        return new OverrideView(
                row.get("id", UUID.class),
                row.get("name", String.class),
                OverrideRow.rule(row),
                OverrideRow.limit(row),
                row.get("reason", String.class),
                row.get("set_by", String.class),
                row.get("set_at", Instant.class));
    }
}
