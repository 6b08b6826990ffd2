package io.rems.ownership.transfer.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rems.ownership.ownership.domain.Holder;
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
import io.rems.ownership.transfer.domain.Piece.Tenure;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holders, periods and transfers for tests: an owner is his name. */
final class People {

    static final PropertyId TOWER = new PropertyId(UUID.randomUUID());

    private People() {}

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static Validity from(String from) {
        return new Validity(day(from), null);
    }

    static Validity from(String from, String to) {
        return new Validity(day(from), day(to));
    }

    static Holder holder(String name) {
        return new Holder(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)), name);
    }

    /** The firm has no name. */
    static Party party(@Nullable String name) {
        return name == null ? Party.FIRM : new Party.Owner(holder(name));
    }

    static OwnershipTimeline held(OwnershipPeriod... periods) {
        return new OwnershipTimeline(List.of(periods));
    }

    static OwnershipPeriod period(String owner, String share, Validity days) {
        return period(owner, share, days, false);
    }

    static OwnershipPeriod period(String owner, String share, Validity days, boolean primaryContact) {
        return OwnershipPeriod.begun(
                PeriodId.next(),
                holder(owner),
                HoldingType.INDIVIDUAL,
                Share.parse(share),
                days,
                new Terms(Acquisition.FOUNDING, primaryContact, null, "as written at first"));
    }

    static Piece given(@Nullable String giver, String share, Validity days) {
        return Piece.of(party(giver), Share.parse(share), days);
    }

    static Piece received(@Nullable String receiver, String share, Validity days) {
        return received(receiver, Share.parse(share), days);
    }

    static Piece received(@Nullable String receiver, Share share, Validity days) {
        var tenure =
                new Tenure(PeriodId.next(), HoldingType.INDIVIDUAL, new Terms(Acquisition.PURCHASE, false, null, null));
        return new Piece(party(receiver), share, days, receiver == null ? Optional.empty() : Optional.of(tenure));
    }

    /** Receives the role of the primary contact too. */
    static Piece contact(String receiver, String share, Validity days) {
        var terms = new Terms(Acquisition.PURCHASE, true, null, null);
        var tenure = new Tenure(PeriodId.next(), HoldingType.INDIVIDUAL, terms);
        return new Piece(party(receiver), Share.parse(share), days, Optional.of(tenure));
    }

    static Handover handover(Piece given, Piece... received) {
        return new Handover(List.of(given), List.of(received));
    }

    static Deed deed(LocalDate on) {
        return new Deed(
                TransferId.next(), TOWER, TransferKind.SALE, on, "sold", List.of(), Optional.empty(), Optional.empty());
    }

    static OwnershipEvent sold(List<OwnershipPeriod> superseded, List<OwnershipPeriod> recorded) {
        return new SharesTransferred(UUID.randomUUID(), superseded, recorded, "sold");
    }

    /** What a handover comes to: the pieces as they were found, and the timeline afterwards. */
    record Done(Handover found, OwnershipTimeline timeline) {}

    static Done forth(Handover handover, OwnershipTimeline timeline) {
        return done(handover.forth(timeline, People::sold), timeline);
    }

    static Done back(Handover handover, OwnershipTimeline timeline) {
        return done(handover.back(timeline, People::sold), timeline);
    }

    private static Done done(Outcome<Handover, OwnershipEvent> outcome, OwnershipTimeline timeline) {
        var accepted = (Accepted<Handover, OwnershipEvent>) outcome;
        var changed = (Accepted<OwnershipTimeline, OwnershipEvent>)
                timeline.replaced(accepted.events().getFirst());
        return new Done(accepted.state(), changed.state());
    }
}
