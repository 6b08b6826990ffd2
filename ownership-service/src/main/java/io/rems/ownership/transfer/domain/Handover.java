package io.rems.ownership.transfer.domain;

import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.Stretches;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.Outcome;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What is given and what is received for it: on every day as much as the other. */
public record Handover(List<Piece> given, List<Piece> received) {

    /** How the change of ownership is called that supersedes some periods and records others. */
    @FunctionalInterface
    public interface Recording {
        OwnershipEvent of(List<OwnershipPeriod> superseded, List<OwnershipPeriod> recorded);
    }

    public Handover {
        given = List.copyOf(given);
        received = List.copyOf(received);
        if (given.isEmpty() || !balanced(given, received)) {
            throw new IllegalArgumentException("On every day as much is received as is given");
        }
    }

    /** The first day on which somebody gives. */
    public LocalDate from() {
        return given.stream()
                .map(piece -> piece.days().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The owners who get something. */
    public List<UUID> receivers() {
        return received.stream()
                .flatMap(piece -> switch (piece.party()) {
                    case Party.Owner(var holder) -> Stream.of(holder.ownerId());
                    case Party.Firm _ -> Stream.empty();
                })
                .distinct()
                .toList();
    }

    /** Takes from the givers what they have had longest. @return the pieces as they were found */
    public Outcome<Handover, OwnershipEvent> forth(OwnershipTimeline timeline, Recording recording) {
        return new Exchange(timeline, this, Taking.OLDEST_FIRST)
                .settle(received, shortages -> new TransferExceedsHolding(shortages, later(timeline)), recording);
    }

    /**
     * Takes back what was received last. Whoever has become the primary contact meanwhile stays it.
     *
     * @return the pieces as they were found
     */
    public Outcome<Handover, OwnershipEvent> back(OwnershipTimeline timeline, Recording recording) {
        var exchange = new Exchange(timeline, this, Taking.NEWEST_FIRST);
        var restored = received.stream()
                .map(piece -> exchange.leavesContactTo(piece) ? piece : piece.withoutPrimaryContact())
                .toList();
        return exchange.settle(restored, TransferNotReversible::new, recording);
    }

    /** The way back from a day on; nothing, where all of it has ended by then. */
    Optional<Handover> turnedRound(LocalDate day) {
        var back =
                received.stream().flatMap(piece -> piece.anewFrom(day).stream()).toList();
        var restored =
                given.stream().flatMap(piece -> piece.anewFrom(day).stream()).toList();
        return back.isEmpty() ? Optional.empty() : Optional.of(new Handover(back, restored));
    }

    boolean endsAfter(LocalDate day) {
        return given.stream().allMatch(piece -> piece.days().endsAfter(day));
    }

    /** The same from another day on. */
    Handover movedTo(LocalDate day) {
        return new Handover(
                given.stream().map(piece -> piece.beginning(day)).toList(),
                received.stream().map(piece -> piece.beginning(day)).toList());
    }

    /** What the givers are going to hold that begins after the first day. */
    private List<OwnershipPeriod> later(OwnershipTimeline timeline) {
        return timeline.periods().stream()
                .filter(period -> period.validity().from().isAfter(from()))
                .filter(period -> given.stream()
                        .anyMatch(piece -> piece.party() instanceof Party.Owner owner && owner.is(period.holder())))
                .toList();
    }

    private static boolean balanced(List<Piece> given, List<Piece> received) {
        var days = Stream.concat(given.stream(), received.stream()).map(Piece::days);
        return Stretches.dividing(days).stream()
                .map(Validity::from)
                .allMatch(day -> Piece.total(given, day).equals(Piece.total(received, day)));
    }
}
