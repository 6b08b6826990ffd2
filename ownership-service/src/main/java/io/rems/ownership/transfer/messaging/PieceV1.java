package io.rems.ownership.transfer.messaging;

import io.rems.ownership.transfer.domain.Party;
import io.rems.ownership.transfer.domain.Piece;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A share on the wire that somebody gives or receives: an owner, or the firm. */
record PieceV1(
        String type,
        @Nullable UUID ownerId,
        @Nullable String name,
        String share,
        LocalDate from,
        @Nullable LocalDate to) {

    static List<PieceV1> of(List<Piece> pieces) {
        return pieces.stream().map(PieceV1::of).toList();
    }

    private static PieceV1 of(Piece piece) {
        var days = piece.days();
        var share = piece.share().toString();
        return switch (piece.party()) {
            case Party.Owner(var holder) ->
                new PieceV1("OWNER", holder.ownerId(), holder.name(), share, days.from(), days.to());
            case Party.Firm _ -> new PieceV1("FIRM_DEFAULT", null, null, share, days.from(), days.to());
        };
    }
}
