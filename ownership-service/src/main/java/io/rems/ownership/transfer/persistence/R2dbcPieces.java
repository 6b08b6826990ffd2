package io.rems.ownership.transfer.persistence;

import io.rems.ownership.transfer.domain.Handover;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.platform.database.FirmSql;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Who gives what and who receives it, with one statement for however many. */
@Repository
class R2dbcPieces {

    private static final String OF = """
            SELECT piece.side, coalesce(owner.merged_into, owner.id) AS owner_id,
                   coalesce(survivor.name, owner.name) AS owner_name, piece.share_numerator, piece.share_denominator,
                   piece.valid_from, piece.valid_to, piece.period_id, piece.type, piece.acquisition,
                   piece.primary_contact, piece.management_fee_percent, piece.note
              FROM transfer_piece piece
              LEFT JOIN owner ON owner.firm_id = piece.firm_id AND owner.id = piece.owner_id
              LEFT JOIN owner survivor ON survivor.firm_id = owner.firm_id AND survivor.id = owner.merged_into
             WHERE piece.firm_id = :firm AND piece.transfer_id = :transfer
             ORDER BY piece.side, piece.position""";

    private static final String ADD = """
            INSERT INTO transfer_piece (
                firm_id, transfer_id, side, position, owner_id, share_numerator, share_denominator, valid_from, valid_to,
                period_id, type, acquisition, primary_contact, management_fee_percent, note)
            SELECT :firm, :transfer, piece.*
              FROM jsonb_to_recordset(CAST(:pieces AS jsonb)) AS piece (
                   side text, position smallint, owner_id uuid, share_numerator bigint, share_denominator bigint,
                   valid_from date, valid_to date, period_id uuid, type text, acquisition text, primary_contact boolean,
                   management_fee_percent numeric, note text)""";

    private final FirmSql sql;
    private final JsonMapper json;

    R2dbcPieces(FirmSql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Mono<Handover> of(TransferId transfer) {
        return sql.sql(OF)
                .bind("transfer", transfer.value())
                .list(PieceRow::read)
                .map(PieceRow::handover);
    }

    Mono<Void> add(TransferId transfer, Handover handover) {
        return sql.sql(ADD)
                .bind("transfer", transfer.value())
                .bind("pieces", json.writeValueAsString(PieceRow.of(handover)))
                .update()
                .then();
    }

    Mono<Void> replace(TransferId transfer, Handover handover) {
        return sql.sql("DELETE FROM transfer_piece WHERE firm_id = :firm AND transfer_id = :transfer")
                .bind("transfer", transfer.value())
                .update()
                .then(add(transfer, handover));
    }
}
