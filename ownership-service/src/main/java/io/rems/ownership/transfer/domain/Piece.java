package io.rems.ownership.transfer.domain;

import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.Terms;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A share that somebody gives or receives, and for which days.
 *
 * @param tenure as what an owner has it; absent for the firm, and for a giver as long as nobody has looked in which of
 *     his periods it is
 */
public record Piece(Party party, Share share, Validity days, Optional<Tenure> tenure) {

    /** What somebody is to give, whichever of his periods it will be taken from. */
    public static Piece of(Party party, Share share, Validity days) {
        return new Piece(party, share, days, Optional.empty());
    }

    /** The period that an owner has by it; the firm has none. */
    Optional<OwnershipPeriod> period() {
        return switch (party) {
            case Party.Owner(var holder) ->
                tenure.map(
                        held -> OwnershipPeriod.begun(held.period(), holder, held.type(), share, days, held.terms()));
            case Party.Firm _ -> Optional.empty();
        };
    }

    /** The part of it from a day on, in a period of its own; nothing, where it ends before. */
    Optional<Piece> anewFrom(LocalDate day) {
        if (!days.endsAfter(day)) {
            return Optional.empty();
        }
        var rest = days.from().isBefore(day) ? new Validity(day, days.to()) : days;
        return Optional.of(new Piece(party, share, rest, tenure.map(Tenure::anew)));
    }

    boolean canBeHeld() {
        return OwnershipPeriod.canBeHeld(share);
    }

    /** The same from another day on. */
    Piece beginning(LocalDate day) {
        return new Piece(party, share, new Validity(day, days.to()), tenure);
    }

    Piece withoutPrimaryContact() {
        return new Piece(party, share, days, tenure.map(Tenure::withoutPrimaryContact));
    }

    /** How much these pieces come to on a day. */
    static Share total(List<Piece> pieces, LocalDate day) {
        return pieces.stream()
                .filter(piece -> piece.days().covers(day))
                .map(Piece::share)
                .reduce(Share.NONE, Share::plus);
    }

    /** As what an owner has it, in which period, and on which terms. */
    public record Tenure(PeriodId period, HoldingType type, Terms terms) {

        Tenure anew() {
            return new Tenure(PeriodId.next(), type, terms);
        }

        Tenure withoutPrimaryContact() {
            return new Tenure(
                    period, type, new Terms(terms.acquisition(), false, terms.managementFeePercent(), terms.note()));
        }
    }
}
