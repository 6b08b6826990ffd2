package io.rems.ownership.transfer.domain;

import static io.rems.ownership.transfer.domain.TransferRefusal.SHARE_TOO_FINE;
import static io.rems.ownership.transfer.domain.TransferRefusal.TRANSFER_TO_GIVER;
import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.Stretches;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.Outcome;
import io.rems.platform.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Carries a handover out on a timeline. */
final class Exchange {

    private final OwnershipTimeline timeline;
    private final List<Piece> given;
    private final List<Taking> takings;

    Exchange(OwnershipTimeline timeline, Handover handover, Comparator<OwnershipPeriod> order) {
        this.timeline = timeline;
        this.given = handover.given();
        this.takings = given.stream()
                .map(Piece::party)
                .distinct()
                .<Taking>mapMulti((party, found) -> {
                    switch (party) {
                        case Party.Owner owner -> found.accept(Taking.from(owner, timeline, givenBy(party), order));
                        case Party.Firm _ -> {}
                    }
                })
                .toList();
    }

    /**
     * Whether a piece may carry the role of the primary contact, if it does: nobody else has it on its days. What cannot be
     * divided is going to be refused, whoever has it.
     */
    boolean leavesContactTo(Piece piece) {
        return !divides() || nobodyIsContactOn(piece.days());
    }

    private boolean nobodyIsContactOn(Validity days) {
        var touched = touched();
        return Stream.concat(
                        timeline.periods().stream().filter(period -> !touched.contains(period)),
                        takings.stream().flatMap(taking -> taking.kept().stream()))
                .noneMatch(period ->
                        period.terms().primaryContact() && period.validity().overlaps(days));
    }

    Outcome<Handover, OwnershipEvent> settle(
            List<Piece> received, Function<List<Shortage>, Refusal> tooLittle, Handover.Recording recording) {
        if (received.stream()
                .map(Piece::party)
                .anyMatch(party -> !givenBy(party).isEmpty())) {
            return refused(TRANSFER_TO_GIVER);
        }
        var shortages = Stream.concat(takings.stream().flatMap(taking -> taking.shortages().stream()), firmsShortages())
                .toList();
        if (!shortages.isEmpty()) {
            return refused(tooLittle.apply(shortages));
        }
        if (!divides() || !received.stream().allMatch(Piece::canBeHeld)) {
            return refused(SHARE_TOO_FINE);
        }
        var event = recording.of(touched(), recorded(received));
        return switch (timeline.replaced(event)) {
            case Outcome.Refused(var refusal) -> refused(refusal);
            case Outcome.Accepted<OwnershipTimeline, OwnershipEvent> _ ->
                accepted(new Handover(found(), received), event);
        };
    }

    private boolean divides() {
        return takings.stream().allMatch(Taking::divides);
    }

    private List<OwnershipPeriod> touched() {
        return takings.stream().flatMap(taking -> taking.touched().stream()).toList();
    }

    private List<OwnershipPeriod> recorded(List<Piece> received) {
        var recorded = new ArrayList<OwnershipPeriod>();
        takings.forEach(taking -> recorded.addAll(taking.kept()));
        received.forEach(piece -> piece.period().ifPresent(recorded::add));
        return recorded;
    }

    private List<Piece> found() {
        return Stream.concat(takings.stream().flatMap(taking -> taking.given().stream()), givenBy(Party.FIRM).stream())
                .toList();
    }

    private Stream<Shortage> firmsShortages() {
        var asked = givenBy(Party.FIRM);
        var days = Stream.concat(
                timeline.periods().stream().map(OwnershipPeriod::validity),
                asked.stream().map(Piece::days));
        return Stretches.dividing(days).stream()
                .map(stretch -> new Shortage(
                        Party.FIRM,
                        stretch,
                        timeline.on(stretch.from()).firmDefault(),
                        Piece.total(asked, stretch.from())))
                .filter(Shortage::isOne);
    }

    private List<Piece> givenBy(Party party) {
        return given.stream().filter(piece -> piece.party().equals(party)).toList();
    }
}
