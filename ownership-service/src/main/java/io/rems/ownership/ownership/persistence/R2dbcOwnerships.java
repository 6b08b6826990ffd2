package io.rems.ownership.ownership.persistence;

import static java.util.stream.Collectors.toMap;

import io.rems.ownership.ownership.KnownOwner;
import io.rems.ownership.ownership.Ownerships;
import io.rems.ownership.ownership.Revision;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcOwnerships implements Ownerships {

    private static final String TIMELINE = """
            SELECT property.ownership_version, owner.name AS owner_name,\s""" + PeriodRow.COLUMNS + """

              FROM property
              LEFT JOIN ownership_period period
                ON period.firm_id = property.firm_id AND period.property_id = property.id AND %s
              LEFT JOIN owner ON owner.firm_id = period.firm_id AND owner.id = period.owner_id
             WHERE property.firm_id = :firm AND property.id = :property
             ORDER BY period.valid_from, period.id""";

    private final FirmSql sql;
    private final R2dbcKnown known;
    private final R2dbcChanges changes;

    R2dbcOwnerships(FirmSql sql, R2dbcKnown known, R2dbcChanges changes) {
        this.sql = sql;
        this.known = known;
        this.changes = changes;
    }

    @Override
    public Mono<Versioned<OwnershipTimeline>> of(PropertyId property) {
        return timeline(property, sql.sql(TIMELINE.formatted("period.superseded_at IS NULL")));
    }

    @Override
    public Mono<OwnershipTimeline> known(PropertyId property, Instant at) {
        return known.at(property, at)
                .then(timeline(
                        property,
                        sql.sql(TIMELINE.formatted(R2dbcKnown.BY_THEN)).bind("known", at.atOffset(ZoneOffset.UTC))))
                .map(Versioned::value);
    }

    @Override
    public Mono<List<Revision>> history(PropertyId property, @Nullable Instant until) {
        return known.history(property, until);
    }

    @Override
    public Mono<Versioned<OwnershipTimeline>> toChange(PropertyId property) {
        return sql.sql("SELECT id FROM property WHERE firm_id = :firm AND id = :property FOR NO KEY UPDATE")
                .bind("property", property.value())
                .one(row -> row.get("id", UUID.class))
                .switchIfEmpty(absent(property))
                .then(of(property));
    }

    @Override
    public Mono<Long> record(PropertyId property, OwnershipEvent event) {
        return changes.record(property, event);
    }

    @Override
    public Mono<KnownOwner> owner(UUID ownerId) {
        return owners(Set.of(ownerId))
                .mapNotNull(owners -> owners.get(ownerId))
                .switchIfEmpty(Mono.error(() ->
                        new InvalidRequest("ownerId", "UNKNOWN", "The firm has no such owner: register him first.")));
    }

    @Override
    public Mono<Map<UUID, KnownOwner>> owners(Collection<UUID> ownerIds) {
        return sql.sql("""
                SELECT id, name, CASE type WHEN 'COMPANY' THEN 'CORPORATE' ELSE type END AS holding_type
                  FROM owner WHERE firm_id = :firm AND id = ANY (:owners)""")
                .bind("owners", ownerIds.toArray(UUID[]::new))
                .list(PeriodRow::owner)
                .map(owners ->
                        owners.stream().collect(toMap(owner -> owner.holder().ownerId(), Function.identity())));
    }

    private static Mono<Versioned<OwnershipTimeline>> timeline(PropertyId property, FirmSql.Statement statement) {
        return statement
                .bind("property", property.value())
                .list(row -> new Versioned<>(PeriodRow.period(row), row.get("ownership_version", Long.class)))
                .filter(rows -> !rows.isEmpty())
                .switchIfEmpty(absent(property))
                .map(R2dbcOwnerships::timeline);
    }

    private static Versioned<OwnershipTimeline> timeline(List<Versioned<Optional<OwnershipPeriod>>> rows) {
        var periods = rows.stream().map(Versioned::value).flatMap(Optional::stream);
        return rows.getFirst().with(new OwnershipTimeline(periods.toList()));
    }

    private static <T> Mono<T> absent(PropertyId property) {
        return Mono.error(() -> new NotFound("property", property.value()));
    }
}
