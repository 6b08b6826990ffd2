package io.rems.ownership.ownership.persistence;

import io.r2dbc.spi.Row;
import io.rems.ownership.ownership.domain.ChangeKind;
import io.rems.ownership.ownership.domain.HolderArchived;
import io.rems.ownership.ownership.domain.HolderMerged;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.property.PropertyRefusal;
import io.rems.platform.Duplicate;
import io.rems.platform.Refusal;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a change of ownership with as many statements for a hundred periods as for one. */
@Repository
class R2dbcChanges {

    /** Who records something about an owner's holdings holds on to his row before the clock is read. */
    private static final String HOLD_OWNERS = """
            SELECT id, merged_into IS NOT NULL AS merged, status = 'ARCHIVED' AS archived FROM owner
             WHERE firm_id = :firm AND id = ANY (:owners) ORDER BY id FOR KEY SHARE""";

    /** Of an archived property nothing changes but under which name of an owner its past stands. */
    private static final String BEGIN = """
            INSERT INTO ownership_change (firm_id, property_id, version, kind, reason, transfer_id, actor, recorded_at)
            SELECT :firm, :property, version_begun, :kind, :reason, :transfer, :actor, time_begun
              FROM property, ownership_begin_change(property.firm_id, property.id)
             WHERE property.firm_id = :firm AND property.id = :property
               AND (property.status <> 'ARCHIVED' OR :kind = 'OWNER_REPLACED')
            RETURNING version""";

    /** What counts no more and what counts instead; who changed any of it meanwhile is told by the number of rows. */
    private static final String REPLACE = """
            WITH superseded AS (
                UPDATE ownership_period SET superseded_at = now()
                  FROM unnest(:ids, :revisions) AS before (id, revision)
                 WHERE ownership_period.firm_id = :firm AND ownership_period.id = before.id
                   AND ownership_period.revision = before.revision AND ownership_period.superseded_at IS NULL
                RETURNING 1),
            recorded AS (
                INSERT INTO ownership_period (
                    firm_id, id, revision, property_id, owner_id, share_numerator, share_denominator, valid_from,
                    valid_to, type, acquisition, primary_contact, management_fee_percent, note, recorded_at)
                SELECT :firm, id, revision, :property, owner, numerator, denominator, valid_from, valid_to,
                       type, acquisition, primary_contact, management_fee_percent, note, now()
                  FROM jsonb_to_recordset(CAST(:periods AS jsonb)) AS period (
                       id uuid, revision bigint, owner uuid, numerator bigint, denominator bigint, valid_from date,
                       valid_to date, type text, acquisition text, primary_contact boolean,
                       management_fee_percent numeric, note text))
            SELECT count(*) AS superseded FROM superseded""";

    private final FirmSql sql;
    private final JsonMapper json;

    R2dbcChanges(FirmSql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The triggers put the time of the change into the rows. */
    Mono<Long> record(PropertyId property, OwnershipEvent event) {
        return hold(event)
                .then(begin(property, event))
                .flatMap(version ->
                        replace(property, event.superseded(), event.recorded()).thenReturn(version));
    }

    private Mono<Void> hold(OwnershipEvent event) {
        var owners = Stream.concat(event.superseded().stream(), event.recorded().stream())
                .map(period -> period.holder().ownerId())
                .distinct()
                .toArray(UUID[]::new);
        return sql.sql(HOLD_OWNERS)
                .bind("owners", owners)
                .list(R2dbcChanges::named)
                .flatMap(named -> refusal(named, event.receivers())
                        .map(refusal -> Mono.<Void>error(() -> new RequestRefused(refusal)))
                        .orElseGet(Mono::empty));
    }

    private record Named(UUID id, boolean merged, boolean archived) {}

    private static Named named(Row row) {
        return new Named(
                row.get("id", UUID.class), row.get("merged", Boolean.class), row.get("archived", Boolean.class));
    }

    private static Optional<Refusal> refusal(List<Named> named, Set<UUID> receivers) {
        var merged = named.stream().filter(Named::merged).map(Named::id).toList();
        if (!merged.isEmpty()) {
            return Optional.of(new HolderMerged(merged));
        }
        var archived = named.stream()
                .filter(Named::archived)
                .map(Named::id)
                .filter(receivers::contains)
                .toList();
        return archived.isEmpty() ? Optional.empty() : Optional.of(new HolderArchived(archived));
    }

    private Mono<Long> begin(PropertyId property, OwnershipEvent event) {
        return CurrentCaller.get()
                .flatMap(caller -> sql.sql(BEGIN)
                        .bind("property", property.value())
                        .bind("kind", ChangeKind.of(event).name())
                        .bindNullable("reason", event.statedReason(), String.class)
                        .bindNullable("transfer", event.transferId(), UUID.class)
                        .bind("actor", caller.actor().id())
                        .one(row -> row.get("version", Long.class))
                        .switchIfEmpty(Mono.error(() -> new RequestRefused(PropertyRefusal.PROPERTY_ARCHIVED))));
    }

    private Mono<Void> replace(PropertyId property, List<OwnershipPeriod> before, List<OwnershipPeriod> after) {
        return sql.sql(REPLACE)
                .bind("property", property.value())
                .bind("ids", before.stream().map(period -> period.id().value()).toArray(UUID[]::new))
                .bind(
                        "revisions",
                        before.stream().map(OwnershipPeriod::revision).toArray(Long[]::new))
                .bind("periods", written(after))
                .one(row -> row.get("superseded", Long.class))
                .onErrorMap(
                        DuplicateKeyException.class, _ -> new RequestRefused(new Duplicate("ownership period", "id")))
                .flatMap(rows -> rows == before.size() ? Mono.empty() : Mono.error(StaleVersion::new));
    }

    private String written(List<OwnershipPeriod> periods) {
        return json.writeValueAsString(periods.stream().map(PeriodRow::of).toList());
    }
}
