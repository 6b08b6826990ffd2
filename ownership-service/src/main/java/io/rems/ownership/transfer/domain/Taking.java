package io.rems.ownership.transfer.domain;

import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.Stretches;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.ownership.transfer.domain.Piece.Tenure;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out of which of an owner's periods, and on which days, comes what he is to give. */
final class Taking {

    /** What he has had longest he gives first. */
    static final Comparator<OwnershipPeriod> OLDEST_FIRST = Comparator.comparing(
                    (OwnershipPeriod period) -> period.validity().from())
            .thenComparing(period -> period.id().value());

    /** What he received last goes back first. */
    static final Comparator<OwnershipPeriod> NEWEST_FIRST = OLDEST_FIRST.reversed();

    private final Party.Owner giver;
    private final List<OwnershipPeriod> held;
    private final List<Piece> asked;
    private final List<Validity> stretches;
    private final Map<OwnershipPeriod, Map<LocalDate, Share>> taken = new LinkedHashMap<>();
    private final List<Shortage> shortages = new ArrayList<>();

    private Taking(Party.Owner giver, List<OwnershipPeriod> held, List<Piece> asked) {
        this.giver = giver;
        this.held = held;
        this.asked = asked;
        this.stretches = Stretches.dividing(Stream.concat(
                held.stream().map(OwnershipPeriod::validity), asked.stream().map(Piece::days)));
    }

    static Taking from(
            Party.Owner giver, OwnershipTimeline timeline, List<Piece> asked, Comparator<OwnershipPeriod> order) {
        var held = timeline.periods().stream()
                .filter(period -> giver.is(period.holder()))
                .sorted(order)
                .toList();
        var taking = new Taking(giver, held, asked);
        taking.stretches.forEach(taking::takeDuring);
        return taking;
    }

    List<Shortage> shortages() {
        return shortages;
    }

    List<OwnershipPeriod> touched() {
        return List.copyOf(taken.keySet());
    }

    /** Whether every part of a share that comes of it can be held. */
    boolean divides() {
        return taken.keySet().stream()
                .flatMap(period -> parts(period).stream()
                        .flatMap(part -> Stream.of(part.taken(), period.share().minus(part.taken()))))
                .allMatch(share -> share.isNone() || OwnershipPeriod.canBeHeld(share));
    }

    /** What he keeps of the periods that are touched; the first part of each is still the same period. */
    List<OwnershipPeriod> kept() {
        return taken.keySet().stream().flatMap(period -> kept(period).stream()).toList();
    }

    /** What he gives, as he had it. */
    List<Piece> given() {
        return taken.keySet().stream()
                .flatMap(period -> parts(period).stream()
                        .filter(part -> !part.taken().isNone())
                        .map(part -> new Piece(giver, part.taken(), part.days(), tenure(period))))
                .toList();
    }

    private void takeDuring(Validity days) {
        var left = Piece.total(asked, days.from());
        var here = held.stream()
                .filter(period -> period.validity().covers(days.from()))
                .toList();
        var has = here.stream().map(OwnershipPeriod::share).reduce(Share.NONE, Share::plus);
        if (left.isMoreThan(has)) {
            shortages.add(new Shortage(giver, days, has, left));
            return;
        }
        for (var period : here) {
            var part = left.isMoreThan(period.share()) ? period.share() : left;
            if (!part.isNone()) {
                taken.computeIfAbsent(period, _ -> new HashMap<>()).put(days.from(), part);
            }
            left = left.minus(part);
        }
    }

    private List<OwnershipPeriod> kept(OwnershipPeriod period) {
        var kept = new ArrayList<OwnershipPeriod>();
        for (var part : parts(period)) {
            var share = period.share().minus(part.taken());
            if (!share.isNone()) {
                kept.add(
                        kept.isEmpty()
                                ? period.revised(period.holder(), period.type(), share, part.days(), period.terms())
                                : OwnershipPeriod.begun(
                                        PeriodId.next(),
                                        period.holder(),
                                        period.type(),
                                        share,
                                        part.days(),
                                        period.terms()));
            }
        }
        return kept;
    }

    /** The days of a period, divided wherever what is taken of it changes. */
    private List<Part> parts(OwnershipPeriod period) {
        var ofPeriod = taken.getOrDefault(period, Map.of());
        var parts = new ArrayList<Part>();
        for (var days : stretches) {
            if (period.validity().covers(days.from())) {
                var part = new Part(days, ofPeriod.getOrDefault(days.from(), Share.NONE));
                if (!parts.isEmpty() && parts.getLast().taken().equals(part.taken())) {
                    part = parts.removeLast().until(part);
                }
                parts.add(part);
            }
        }
        return parts;
    }

    private static Optional<Tenure> tenure(OwnershipPeriod period) {
        return Optional.of(new Tenure(period.id(), period.type(), period.terms()));
    }

    private record Part(Validity days, Share taken) {

        Part until(Part next) {
            return new Part(new Validity(days.from(), next.days().to()), taken);
        }
    }
}
