package io.rems.ownership.transfer.persistence;

import io.r2dbc.spi.Row;
import io.rems.ownership.ownership.domain.Holder;
import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.Terms;
import io.rems.ownership.ownership.domain.Terms.Acquisition;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.ownership.transfer.domain.Handover;
import io.rems.ownership.transfer.domain.Party;
import io.rems.ownership.transfer.domain.Piece;
import io.rems.ownership.transfer.domain.Piece.Tenure;
import io.rems.platform.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A piece as its row holds it, and as a list of them goes to the database. */
@JsonNaming(SnakeCaseStrategy.class)
record PieceRow(
        Side side,
        int position,
        @Nullable UUID ownerId,
        long shareNumerator,
        long shareDenominator,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UUID periodId,
        @Nullable HoldingType type,
        @Nullable Acquisition acquisition,
        @Nullable Boolean primaryContact,
        @Nullable BigDecimal managementFeePercent,
        @Nullable String note) {

    enum Side {
        GIVEN,
        RECEIVED
    }

    /** A piece that was read, and on which side it stands. */
    record Read(Side side, Piece piece) {}

    static List<PieceRow> of(Handover handover) {
        return Stream.concat(of(Side.GIVEN, handover.given()), of(Side.RECEIVED, handover.received()))
                .toList();
    }

    static Read read(Row row) {
        return new Read(
                Side.valueOf(row.get("side", String.class)),
                new Piece(
                        party(row.get("owner_id", UUID.class), row),
                        Share.of(row.get("share_numerator", Long.class), row.get("share_denominator", Long.class)),
                        new Validity(row.get("valid_from", LocalDate.class), row.get("valid_to", LocalDate.class)),
                        Optional.ofNullable(row.get("period_id", UUID.class)).map(period -> tenure(period, row))));
    }

    static Handover handover(List<Read> pieces) {
        return new Handover(side(Side.GIVEN, pieces), side(Side.RECEIVED, pieces));
    }

    private static List<Piece> side(Side side, List<Read> pieces) {
        return pieces.stream()
                .filter(read -> read.side() == side)
                .map(Read::piece)
                .toList();
    }

    private static Party party(@Nullable UUID owner, Row row) {
        return owner == null ? Party.FIRM : new Party.Owner(new Holder(owner, row.get("owner_name", String.class)));
    }

    private static Tenure tenure(UUID period, Row row) {
        return new Tenure(
                new PeriodId(period),
                HoldingType.valueOf(row.get("type", String.class)),
                new Terms(
                        Acquisition.valueOf(row.get("acquisition", String.class)),
                        row.get("primary_contact", Boolean.class),
                        row.get("management_fee_percent", BigDecimal.class),
                        row.get("note", String.class)));
    }

    private static Stream<PieceRow> of(Side side, List<Piece> pieces) {
        return IntStream.range(0, pieces.size()).mapToObj(i -> of(side, i, pieces.get(i)));
    }

    private static PieceRow of(Side side, int position, Piece piece) {
        var tenure = piece.tenure().orElse(null);
        var terms = tenure == null ? null : tenure.terms();
        return new PieceRow(
                side,
                position,
                owner(piece.party()),
                piece.share().numerator().longValueExact(),
                piece.share().denominator().longValueExact(),
                piece.days().from(),
                piece.days().to(),
                tenure == null ? null : tenure.period().value(),
                tenure == null ? null : tenure.type(),
                terms == null ? null : terms.acquisition(),
                terms == null ? null : terms.primaryContact(),
                terms == null ? null : terms.managementFeePercent(),
                terms == null ? null : terms.note());
    }

    private static @Nullable UUID owner(Party party) {
        return switch (party) {
            case Party.Owner(var holder) -> holder.ownerId();
            case Party.Firm _ -> null;
        };
    }
}
