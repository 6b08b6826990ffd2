package io.rems.ownership.transfer.persistence;

import io.r2dbc.spi.Row;
import io.rems.ownership.firm.Viewer;
import io.rems.ownership.transfer.TransferState;
import io.rems.ownership.transfer.TransferView;
import io.rems.ownership.transfer.TransferView.PieceView;
import io.rems.ownership.transfer.TransferViews;
import io.rems.ownership.transfer.domain.Failure;
import io.rems.ownership.transfer.domain.Paper;
import io.rems.ownership.transfer.domain.TransferKind;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcTransferViews implements TransferViews {

    static final String SHOWN = """
            SELECT transfer.id, transfer.version, transfer.property_id, transfer.state, transfer.kind,
                   transfer.effective_on, transfer.reason, transfer.papers::text AS papers, transfer.inheritance_id,
                   transfer.reverses, transfer.reversed_by, transfer.requested_at, transfer.settled_at,
                   transfer.cancellation, transfer.failure::text AS failure,
                   %s AS given, %s AS received
              FROM transfer
             WHERE transfer.firm_id = :firm""".formatted(pieces("GIVEN"), pieces("RECEIVED"));

    /** Whoever receives something learns of it on the first of its days; whoever gives it, at once. */
    static final String TOUCHES_VIEWER = """

             AND transfer.id IN (
                   SELECT piece.transfer_id FROM transfer_piece piece
                    WHERE piece.firm_id = :firm AND piece.owner_id IN (
                          SELECT owner.id FROM owner
                           WHERE owner.firm_id = :firm AND (owner.id = :viewer OR owner.merged_into = :viewer))
                      AND (piece.side = 'GIVEN' OR piece.valid_from <= :today))
             AND (transfer.state IN ('EXECUTED', 'REVERSED') OR EXISTS (
                   SELECT FROM transfer_piece piece
                     JOIN owner ON owner.firm_id = piece.firm_id AND owner.id = piece.owner_id
                    WHERE piece.firm_id = transfer.firm_id AND piece.transfer_id = transfer.id
                      AND piece.side = 'GIVEN' AND :viewer IN (owner.id, owner.merged_into)))""";

    static final String OF_OWNER = """
            id IN (SELECT piece.transfer_id FROM transfer_piece piece
                    WHERE piece.firm_id = :firm AND piece.owner_id IN (
                          SELECT owner.id FROM owner
                           WHERE owner.firm_id = :firm AND (owner.id = :owner OR owner.merged_into = :owner)))""";

    private final FirmSql sql;
    private final JsonMapper json;

    R2dbcTransferViews(FirmSql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Mono<TransferView> get(UUID id, Viewer viewer) {
        var one = sql.sql(shownTo(viewer) + " AND transfer.id = :id").bind("id", id);
        return (viewer.ownOnly() ? one.bind("viewer", viewer.ownerId()).bind("today", viewer.today()) : one)
                .one(this::view)
                .switchIfEmpty(Mono.error(() -> new NotFound("transfer", id)));
    }

    @Override
    public Mono<Page<TransferView>> page(ListQuery query, Filter filter, Viewer viewer) {
        var all = Listing.of(sql, shownTo(viewer));
        var shown = viewer.ownOnly() ? all.bind("viewer", viewer.ownerId()).bind("today", viewer.today()) : all;
        var listing = shown.sortable("on", "effective_on", LocalDate.class)
                .orderedBy("-on")
                .filter("property_id", filter.propertyId())
                .filter("inheritance_id", filter.inheritanceId())
                .filter("state", filter.state());
        return ofOwner(listing, filter.ownerId()).page(query, this::view);
    }

    private static String shownTo(Viewer viewer) {
        return viewer.ownOnly() ? SHOWN + TOUCHES_VIEWER : SHOWN;
    }

    private static String pieces(String side) {
        return """
                (SELECT jsonb_agg(jsonb_build_object(
                            'type', CASE WHEN piece.owner_id IS NULL THEN 'FIRM_DEFAULT' ELSE 'OWNER' END,
                            'ownerId', piece.owner_id, 'name', owner.name, 'mergedInto', owner.merged_into,
                            'share', piece.share_numerator || '/' || piece.share_denominator,
                            'from', piece.valid_from, 'to', piece.valid_to) ORDER BY piece.position)::text
                   FROM transfer_piece piece
                   LEFT JOIN owner ON owner.firm_id = piece.firm_id AND owner.id = piece.owner_id
                  WHERE piece.firm_id = transfer.firm_id AND piece.transfer_id = transfer.id
                    AND piece.side = '%s')""".formatted(side);
    }

    private static Listing ofOwner(Listing listing, @Nullable UUID owner) {
        return owner == null ? listing : listing.where(OF_OWNER, "owner", owner);
    }

    private TransferView view(Row row) {
        return new TransferView(
                row.get("id", UUID.class),
                row.get("property_id", UUID.class),
                TransferState.valueOf(row.get("state", String.class)),
                TransferKind.valueOf(row.get("kind", String.class)),
                row.get("effective_on", LocalDate.class),
                row.get("reason", String.class),
                List.of(json.readValue(row.get("papers", String.class), Paper[].class)),
                List.of(json.readValue(row.get("given", String.class), PieceView[].class)),
                List.of(json.readValue(row.get("received", String.class), PieceView[].class)),
                row.get("inheritance_id", UUID.class),
                row.get("reverses", UUID.class),
                row.get("reversed_by", UUID.class),
                row.get("requested_at", Instant.class),
                row.get("settled_at", Instant.class),
                row.get("cancellation", String.class),
                failure(row.get("failure", String.class)),
                row.get("version", Long.class));
    }

    private @Nullable Failure failure(@Nullable String written) {
        return written == null ? null : json.readValue(written, Failure.class);
    }
}
