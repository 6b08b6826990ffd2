package io.rems.ownership.transfer.persistence;

import io.rems.ownership.transfer.Transfers;
import io.rems.ownership.transfer.domain.Transfer;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.platform.Duplicate;
import io.rems.platform.Versioned;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcTransfers implements Transfers {

    private static final String ADD = """
            INSERT INTO transfer (firm_id, id, version, property_id, state, kind, effective_on, reason, papers,
                                  inheritance_id, reverses, requested_at, requested_by, settled_at)
            VALUES (:firm, :id, :version, :property, :state, :kind, :day, :reason, CAST(:papers AS jsonb),
                    :inheritance, :reverses, :at, :by, :settled_at)""";

    private static final String SAVE = """
            UPDATE transfer
               SET version = version + 1, state = :state, effective_on = :day, settled_at = :settled_at,
                   cancellation = :cancellation, failure = CAST(:failure AS jsonb), reversed_by = :reversed_by
             WHERE firm_id = :firm AND id = :id AND version = :version""";

    /** No further in the future than any time zone is, so that the index says what may be due. */
    private static final String DUE = """
            SELECT scheduled.firm_id, scheduled.transfer_id
              FROM scheduled_transfer scheduled
              LEFT JOIN firm_time_zone zone ON zone.firm_id = scheduled.firm_id
             WHERE scheduled.day <= CAST(CAST(:now AS timestamptz) AT TIME ZONE 'UTC' + interval '14 hours' AS date)
               AND scheduled.day <=
                   CAST(CAST(:now AS timestamptz) AT TIME ZONE coalesce(zone.time_zone, 'Asia/Kuwait') AS date)
               AND NOT rems_paused(scheduled.firm_id)
             ORDER BY scheduled.day, scheduled.transfer_id
             LIMIT 200""";

    /** The transfer too, as whoever cancels it locks it first: neither then waits for the other. */
    private static final String CLAIM = """
            SELECT transfer.id
              FROM scheduled_transfer scheduled
              JOIN transfer ON transfer.firm_id = scheduled.firm_id AND transfer.id = scheduled.transfer_id
             WHERE scheduled.firm_id = :firm AND scheduled.transfer_id = :id
               AND NOT rems_paused(scheduled.firm_id)
               FOR UPDATE SKIP LOCKED""";

    private final FirmSql sql;
    private final R2dbcPieces pieces;
    private final JsonMapper json;

    R2dbcTransfers(FirmSql sql, R2dbcPieces pieces, JsonMapper json) {
        this.sql = sql;
        this.pieces = pieces;
        this.json = json;
    }

    @Override
    public Mono<Versioned<Transfer>> add(Transfer transfer, Instant at) {
        var added = new Versioned<>(transfer, 1);
        return CurrentCaller.get()
                .flatMap(caller -> add(TransferRow.of(added), at, caller.actor().id()))
                .then(pieces.add(transfer.deed().id(), transfer.handover()))
                .then(plan(transfer))
                .thenReturn(added);
    }

    @Override
    public Mono<Versioned<Transfer>> hold(TransferId id) {
        return sql.sql("SELECT " + TransferRow.COLUMNS + " FROM transfer WHERE firm_id = :firm AND id = :id FOR UPDATE")
                .bind("id", id.value())
                .one(row -> TransferRow.read(row, json))
                .switchIfEmpty(Mono.error(() -> new NotFound("transfer", id.value())))
                .flatMap(row -> pieces.of(id).map(row::with));
    }

    @Override
    public Mono<Versioned<Transfer>> save(Versioned<Transfer> transfer) {
        var row = TransferRow.of(transfer);
        var failure = row.failure();
        return sql.sql(SAVE)
                .bind("id", row.deed().id().value())
                .bind("version", row.version())
                .bind("state", row.state().name())
                .bind("day", row.deed().on())
                .bindNullable("settled_at", row.settledAt(), Instant.class)
                .bindNullable("cancellation", row.cancellation(), String.class)
                .bindNullable("failure", failure == null ? null : json.writeValueAsString(failure), String.class)
                .bindNullable("reversed_by", row.reversedBy(), UUID.class)
                .update()
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(StaleVersion::new))
                .then(keep(transfer.value()))
                .thenReturn(transfer.saved());
    }

    @Override
    public Mono<List<Due>> due(Instant now) {
        return sql.sql(DUE)
                .bind("now", now)
                .list(row -> new Due(new FirmId(row.get("firm_id", UUID.class)), row.get("transfer_id", UUID.class)));
    }

    @Override
    public Mono<Boolean> claim(TransferId id) {
        return sql.sql(CLAIM)
                .bind("id", id.value())
                .list(row -> row.get("id", UUID.class))
                .map(rows -> !rows.isEmpty());
    }

    private Mono<Void> add(TransferRow row, Instant at, String actor) {
        var deed = row.deed();
        return sql.sql(ADD)
                .bind("id", deed.id().value())
                .bind("version", row.version())
                .bind("property", deed.property().value())
                .bind("state", row.state().name())
                .bind("kind", deed.kind().name())
                .bind("day", deed.on())
                .bindNullable("reason", deed.reason(), String.class)
                .bind("papers", json.writeValueAsString(deed.papers()))
                .bindNullable("inheritance", deed.inheritance().orElse(null), UUID.class)
                .bindNullable("reverses", deed.reverses().map(TransferId::value).orElse(null), UUID.class)
                .bind("at", at)
                .bind("by", actor)
                .bindNullable("settled_at", row.settledAt(), Instant.class)
                .update()
                .onErrorMap(DuplicateKeyException.class, _ -> new RequestRefused(new Duplicate("transfer", "id")))
                .then();
    }

    /** What is settled keeps what was found; what is still planned, what is meant. */
    private Mono<Void> keep(Transfer transfer) {
        var id = transfer.deed().id();
        return switch (transfer) {
            case Transfer.Scheduled _ ->
                unplan(id).then(pieces.replace(id, transfer.handover())).then(plan(transfer));
            case Transfer.Executed _ -> unplan(id).then(pieces.replace(id, transfer.handover()));
            case Transfer.Failed _, Transfer.Cancelled _ -> unplan(id);
            case Transfer.Reversed _ -> Mono.empty();
        };
    }

    private Mono<Void> plan(Transfer transfer) {
        return transfer instanceof Transfer.Scheduled planned
                ? sql.sql("INSERT INTO scheduled_transfer (firm_id, transfer_id, day) VALUES (:firm, :id, :day)")
                        .bind("id", planned.deed().id().value())
                        .bind("day", planned.deed().on())
                        .update()
                        .then()
                : Mono.empty();
    }

    private Mono<Void> unplan(TransferId id) {
        return sql.sql("DELETE FROM scheduled_transfer WHERE firm_id = :firm AND transfer_id = :id")
                .bind("id", id.value())
                .update()
                .then();
    }
}
