package io.rems.ownership.ownership.domain;

import static io.rems.ownership.ownership.domain.PeriodRefusal.PERIOD_ENDED;
import static io.rems.ownership.ownership.domain.PeriodRefusal.PERIOD_NOT_BEGUN;
import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.ownership.ownership.domain.OwnershipEvent.PeriodAdded;
import io.rems.ownership.ownership.domain.OwnershipEvent.PeriodEnded;
import io.rems.platform.Outcome;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** All periods of one property, past and future: on no day do they add up to more than the whole. */
public record OwnershipTimeline(List<OwnershipPeriod> periods) {

    public OwnershipTimeline {
        periods = List.copyOf(periods);
    }

    public Outcome<OwnershipTimeline, OwnershipEvent> add(OwnershipPeriod period) {
        var next = with(period);
        var excesses = next.excesses();
        return excesses.isEmpty() ? accepted(next, new PeriodAdded(period)) : refused(new OwnershipExceeded(excesses));
    }

    /** The holder has the share for the last time on the day before {@code day}. */
    public Outcome<OwnershipTimeline, OwnershipEvent> end(OwnershipPeriod period, LocalDate day) {
        if (!period.validity().from().isBefore(day)) {
            return refused(PERIOD_NOT_BEGUN);
        }
        if (!period.validity().endsAfter(day)) {
            return refused(PERIOD_ENDED);
        }
        var ended = period.endingOn(day);
        return accepted(without(period).with(ended), new PeriodEnded(period, ended));
    }

    public Optional<OwnershipPeriod> period(PeriodId id) {
        return periods.stream().filter(period -> period.id().equals(id)).findAny();
    }

    public Holdings on(LocalDate day) {
        return new Holdings(day, covering(day));
    }

    /** An owner sees the property from the start of his first share on, once it has come, to the end of his last. */
    public boolean shownTo(UUID ownerId, LocalDate day, LocalDate today) {
        var own = periods.stream()
                .filter(period -> period.holder().ownerId().equals(ownerId))
                .map(OwnershipPeriod::validity)
                .toList();
        var begun = day.isBefore(today) ? day : today;
        return own.stream().anyMatch(validity -> !validity.from().isAfter(begun))
                && own.stream().anyMatch(validity -> validity.endsAfter(day));
    }

    /** The stretches of days, each with the same holders, on which more than the whole is held. */
    List<Excess> excesses() {
        var excesses = new ArrayList<Excess>();
        var days = new TreeSet<LocalDate>();
        periods.forEach(period -> boundaries(period.validity()).forEach(days::add));
        for (var day : days) {
            var holding = covering(day);
            var total = Holdings.total(holding);
            if (total.isMoreThan(Share.WHOLE)) {
                excesses.add(new Excess(new Validity(day, days.higher(day)), total, holding));
            }
        }
        return excesses;
    }

    private static Stream<LocalDate> boundaries(Validity validity) {
        return Stream.of(validity.from(), validity.to()).filter(Objects::nonNull);
    }

    private List<OwnershipPeriod> covering(LocalDate day) {
        return periods.stream().filter(period -> period.validity().covers(day)).toList();
    }

    private OwnershipTimeline with(OwnershipPeriod period) {
        return new OwnershipTimeline(
                Stream.concat(periods.stream(), Stream.of(period)).toList());
    }

    private OwnershipTimeline without(OwnershipPeriod period) {
        return new OwnershipTimeline(
                periods.stream().filter(other -> !other.equals(period)).toList());
    }
}
