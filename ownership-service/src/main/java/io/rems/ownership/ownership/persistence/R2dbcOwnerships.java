package io.rems.ownership.ownership.persistence;

import io.rems.ownership.ownership.KnownOwner;
import io.rems.ownership.ownership.Ownerships;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipEvent.PeriodAdded;
import io.rems.ownership.ownership.domain.OwnershipEvent.PeriodEnded;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Duplicate;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcOwnerships implements Ownerships {

    private final FirmSql sql;

    R2dbcOwnerships(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<OwnershipTimeline> of(PropertyId property) {
        return sql.sql("""
                SELECT period.id, period.revision, period.owner_id, owner.name AS owner_name,
                       period.share_numerator, period.share_denominator, period.valid_from, period.valid_to, period.type,
                       period.acquisition, period.primary_contact, period.management_fee_percent, period.note
                  FROM property
                  LEFT JOIN ownership_period period
                    ON period.firm_id = property.firm_id AND period.property_id = property.id
                       AND period.superseded_at IS NULL
                  LEFT JOIN owner ON owner.firm_id = period.firm_id AND owner.id = period.owner_id
                 WHERE property.firm_id = :firm AND property.id = :property
                 ORDER BY period.valid_from, period.id""")
                .bind("property", property.value())
                .list(PeriodRow::period)
                .filter(rows -> !rows.isEmpty())
                .switchIfEmpty(absent(property))
                .map(R2dbcOwnerships::timeline);
    }

    @Override
    public Mono<OwnershipTimeline> toChange(PropertyId property) {
        return version(property, " FOR NO KEY UPDATE").then(of(property));
    }

    @Override
    public Mono<Long> record(PropertyId property, OwnershipEvent event, Instant at) {
        var written = switch (event) {
            case PeriodAdded(var period) -> insert(property, period, at);
            case PeriodEnded(var before, var after) -> supersede(before, at).then(insert(property, after, at));
        };
        return written.then(version(property, ""));
    }

    @Override
    public Mono<KnownOwner> owner(UUID ownerId) {
        return sql.sql("""
                SELECT id, name, CASE type WHEN 'COMPANY' THEN 'CORPORATE' ELSE type END AS holding_type
                  FROM owner WHERE firm_id = :firm AND id = :owner""")
                .bind("owner", ownerId)
                .one(PeriodRow::owner)
                .switchIfEmpty(Mono.error(() ->
                        new InvalidRequest("ownerId", "UNKNOWN", "The firm has no such owner: register him first.")));
    }

    private Mono<Long> version(PropertyId property, String lock) {
        return sql.sql("SELECT ownership_version FROM property WHERE firm_id = :firm AND id = :property" + lock)
                .bind("property", property.value())
                .one(row -> row.get("ownership_version", Long.class))
                .switchIfEmpty(absent(property));
    }

    private Mono<Void> supersede(OwnershipPeriod period, Instant at) {
        return sql.sql("""
                UPDATE ownership_period SET superseded_at = greatest(recorded_at, :at)
                 WHERE firm_id = :firm AND id = :id AND revision = :revision AND superseded_at IS NULL""")
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("id", period.id().value())
                .bind("revision", period.revision())
                .update()
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(StaleVersion::new));
    }

    private Mono<Void> insert(PropertyId property, OwnershipPeriod period, Instant at) {
        return PeriodRow.bound(sql.sql("""
                INSERT INTO ownership_period (
                    firm_id, id, revision, property_id, owner_id, share_numerator, share_denominator, valid_from, valid_to,
                    type, acquisition, primary_contact, management_fee_percent, note, recorded_at)
                VALUES (
                    :firm, :id, :revision, :property, :owner, :numerator, :denominator, :valid_from, :valid_to,
                    :type, :acquisition, :primary_contact, :management_fee_percent, :note, :at)"""), period)
                .bind("property", property.value())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .update()
                .onErrorMap(
                        DuplicateKeyException.class, _ -> new RequestRefused(new Duplicate("ownership period", "id")))
                .then();
    }

    private static OwnershipTimeline timeline(List<Optional<OwnershipPeriod>> rows) {
        return new OwnershipTimeline(rows.stream().flatMap(Optional::stream).toList());
    }

    private static <T> Mono<T> absent(PropertyId property) {
        return Mono.error(() -> new NotFound("property", property.value()));
    }
}
