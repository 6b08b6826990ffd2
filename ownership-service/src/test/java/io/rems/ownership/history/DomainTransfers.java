package io.rems.ownership.history;

import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipEvent.SharesTransferred;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.ownership.domain.Terms;
import io.rems.ownership.ownership.domain.Terms.Acquisition;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.ownership.transfer.domain.Deed;
import io.rems.ownership.transfer.domain.Handover;
import io.rems.ownership.transfer.domain.Heir;
import io.rems.ownership.transfer.domain.Inheritance;
import io.rems.ownership.transfer.domain.Party;
import io.rems.ownership.transfer.domain.Piece;
import io.rems.ownership.transfer.domain.Piece.Tenure;
import io.rems.ownership.transfer.domain.Transfer;
import io.rems.ownership.transfer.domain.TransferEvent;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.ownership.transfer.domain.TransferKind;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Share;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Steps that let shares change hands, as the domain of transfers understands them. */
final class DomainTransfers {

    private static final PropertyId PROPERTY = new PropertyId(UUID.randomUUID());

    private DomainTransfers() {}

    static Handover handover(Step.Transfer step) {
        var days = DomainBook.days(step.from(), step.until());
        var given = step.awards().values().stream().map(Share::parse).reduce(Share.NONE, Share::plus);
        return new Handover(
                List.of(Piece.of(party(step.giver()), given, days)),
                step.awards().entrySet().stream()
                        .map(award -> received(award, days))
                        .toList());
    }

    static Optional<Handover> handover(Step.Inherit step, OwnershipTimeline timeline) {
        var heirs = step.fractions().entrySet().stream()
                .map(heir -> new Heir(
                        DomainBook.holder(heir.getKey()), HoldingType.INDIVIDUAL, Share.parse(heir.getValue()), false))
                .toList();
        var giver = DomainBook.holder(step.owner());
        return new Inheritance(UUID.randomUUID(), giver, Held.date(step.from()), heirs, null, List.of()).of(timeline);
    }

    static OwnershipEvent given(List<OwnershipPeriod> superseded, List<OwnershipPeriod> recorded) {
        return new SharesTransferred(UUID.randomUUID(), superseded, recorded, "Given");
    }

    static Transfer executed(Handover found, int from) {
        return new Transfer.Executed(deed(from), found, Instant.EPOCH);
    }

    static Transfer reversed(Transfer transfer, int from) {
        return ((Accepted<Transfer, TransferEvent>) transfer.reverse(deed(from))).state();
    }

    private static Deed deed(int from) {
        return new Deed(
                TransferId.next(),
                PROPERTY,
                TransferKind.GIFT,
                Held.date(from),
                "Given",
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Piece received(Map.Entry<String, String> award, Validity days) {
        var terms = new Terms(Acquisition.GIFT, false, null, null);
        var receiver = party(award.getKey());
        return new Piece(
                receiver,
                Share.parse(award.getValue()),
                days,
                receiver.equals(Party.FIRM)
                        ? Optional.empty()
                        : Optional.of(new Tenure(PeriodId.next(), HoldingType.INDIVIDUAL, terms)));
    }

    private static Party party(String name) {
        return name.equals(Oracle.FIRM) ? Party.FIRM : new Party.Owner(DomainBook.holder(name));
    }
}
