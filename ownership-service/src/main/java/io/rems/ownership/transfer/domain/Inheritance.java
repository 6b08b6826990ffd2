package io.rems.ownership.transfer.domain;

import static io.rems.ownership.transfer.domain.TransferRefusal.TRANSFER_TO_GIVER;

import io.rems.ownership.ownership.domain.Holder;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.ownership.domain.Terms;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.ownership.transfer.domain.Piece.Tenure;
import io.rems.platform.Refusal;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that an owner holds on a day and after it goes to his heirs, who step into his terms. */
public record Inheritance(
        UUID id,
        Holder giver,
        LocalDate on,
        List<Heir> heirs,
        @Nullable String reason,
        List<Paper> papers) {

    public Inheritance {
        heirs = List.copyOf(heirs);
        papers = List.copyOf(papers);
    }

    /** What is wrong with it, whatever the giver holds. */
    public Optional<Refusal> refusal() {
        var total = heirs.stream().map(Heir::fraction).reduce(Share.NONE, Share::plus);
        if (!total.equals(Share.WHOLE)) {
            return Optional.of(new SharesDiffer(Share.WHOLE, total));
        }
        return heirs.stream().anyMatch(heir -> heir.holder().ownerId().equals(giver.ownerId()))
                ? Optional.of(TRANSFER_TO_GIVER)
                : Optional.empty();
    }

    /** What the heirs get of one property; nothing, where he holds none of it any more. */
    public Optional<Handover> of(OwnershipTimeline timeline) {
        var given = new ArrayList<Piece>();
        var received = new ArrayList<Piece>();
        for (var period : timeline.periods()) {
            if (period.holder().ownerId().equals(giver.ownerId())
                    && period.validity().endsAfter(on)) {
                var days = rest(period.validity());
                given.add(Piece.of(new Party.Owner(giver), period.share(), days));
                heirs.forEach(heir -> received.add(inherited(heir, period, days)));
            }
        }
        return given.isEmpty() ? Optional.empty() : Optional.of(new Handover(given, received));
    }

    public Deed deed(PropertyId property) {
        return new Deed(
                TransferId.next(),
                property,
                TransferKind.INHERITANCE,
                on,
                reason,
                papers,
                Optional.of(id),
                Optional.empty());
    }

    private Piece inherited(Heir heir, OwnershipPeriod period, Validity days) {
        var terms = new Terms(
                TransferKind.INHERITANCE.acquisition(),
                heir.primaryContact() && period.terms().primaryContact(),
                period.terms().managementFeePercent(),
                null);
        return new Piece(
                new Party.Owner(heir.holder()),
                period.share().times(heir.fraction()),
                days,
                Optional.of(new Tenure(PeriodId.next(), heir.type(), terms)));
    }

    private Validity rest(Validity validity) {
        return validity.from().isBefore(on) ? new Validity(on, validity.to()) : validity;
    }
}
