package io.rems.ownership.ownership.domain;

import static io.rems.ownership.ownership.domain.PeriodRefusal.PERIOD_ENDED;
import static io.rems.ownership.ownership.domain.PeriodRefusal.PERIOD_NOT_BEGUN;
import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.ownership.ownership.domain.OwnershipEvent.PeriodAdded;
import io.rems.ownership.ownership.domain.OwnershipEvent.PeriodAnnulled;
import io.rems.ownership.ownership.domain.OwnershipEvent.PeriodCorrected;
import io.rems.ownership.ownership.domain.OwnershipEvent.PeriodEnded;
import io.rems.platform.Outcome;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All periods of one property, past and future: on no day do they add up to more than the whole. */
public record OwnershipTimeline(List<OwnershipPeriod> periods) {

    public OwnershipTimeline {
        periods = List.copyOf(periods);
    }

    public Outcome<OwnershipTimeline, OwnershipEvent> add(OwnershipPeriod period) {
        return replaced(new PeriodAdded(period));
    }

    /** The holder has the share for the last time on the day before {@code day}. */
    public Outcome<OwnershipTimeline, OwnershipEvent> end(OwnershipPeriod period, LocalDate day) {
        if (!period.validity().from().isBefore(day)) {
            return refused(PERIOD_NOT_BEGUN);
        }
        if (!period.validity().endsAfter(day)) {
            return refused(PERIOD_ENDED);
        }
        return replaced(new PeriodEnded(period, period.endingOn(day)));
    }

    /** What was recorded of a period was wrong, and this is right. */
    public Outcome<OwnershipTimeline, OwnershipEvent> correct(
            OwnershipPeriod period, OwnershipPeriod right, String reason) {
        return replaced(new PeriodCorrected(period, right, reason));
    }

    public Outcome<OwnershipTimeline, OwnershipEvent> annul(OwnershipPeriod period, String reason) {
        return replaced(new PeriodAnnulled(period, reason));
    }

    /** Nothing happens where the table is already what is held. */
    public Outcome<OwnershipTimeline, OwnershipEvent> assign(Table table) {
        var event = table.replacing(periods);
        return event.changesNothing() ? accepted(this) : replaced(event);
    }

    /** The one way in which a timeline changes: refused if the rules do not hold on every day afterwards. */
    public Outcome<OwnershipTimeline, OwnershipEvent> replaced(OwnershipEvent event) {
        var next = supposing(event);
        var excesses = next.excesses();
        if (!excesses.isEmpty()) {
            return refused(new OwnershipExceeded(excesses));
        }
        return next.contactTakenBy(event.recorded())
                .<Outcome<OwnershipTimeline, OwnershipEvent>>map(Outcome::refused)
                .orElseGet(() -> accepted(next, event));
    }

    public Optional<OwnershipPeriod> period(PeriodId id) {
        return periods.stream().filter(period -> period.id().equals(id)).findAny();
    }

    public Holdings on(LocalDate day) {
        return new Holdings(covering(day));
    }

    /** From the first to the last day of any period. */
    public Optional<Validity> span() {
        return periods.isEmpty() ? Optional.empty() : Optional.of(Difference.between(List.of(), periods));
    }

    /** All of time: the first interval has no beginning, the last one no end. */
    public List<Interval> intervals() {
        var stretches = Stretches.of(periods);
        var first = stretches.isEmpty() ? null : stretches.getFirst().from();
        return Stream.concat(
                        Stream.of(new Interval(null, first, new Holdings(List.of()))),
                        stretches.stream().map(days -> new Interval(days.from(), days.to(), on(days.from()))))
                .toList();
    }

    public List<Interval> during(Validity days) {
        return intervals().stream()
                .flatMap(interval -> interval.during(days).stream())
                .toList();
    }

    /** An owner sees the property from the start of his first share on, once it has come, to the end of his last. */
    public boolean shownTo(UUID ownerId, LocalDate day, LocalDate today) {
        return ownedBy(ownerId, today).filter(days -> days.covers(day)).isPresent();
    }

    /** From the start of his first share, once it has come, to the end of his last. */
    public Optional<Validity> ownedBy(UUID ownerId, LocalDate today) {
        var own = periods.stream()
                .filter(period -> period.holder().ownerId().equals(ownerId))
                .map(OwnershipPeriod::validity)
                .toList();
        return own.stream()
                .map(Validity::from)
                .min(Comparator.naturalOrder())
                .filter(first -> !first.isAfter(today))
                .map(first -> new Validity(first, lastOf(own)));
    }

    private static @Nullable LocalDate lastOf(List<Validity> own) {
        return own.stream().anyMatch(days -> days.to() == null)
                ? null
                : own.stream()
                        .flatMap(days -> Stream.ofNullable(days.to()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }

    /** The stretches of days, each with the same holders, on which more than the whole is held. */
    List<Excess> excesses() {
        return Stretches.of(periods).stream()
                .map(days -> new Excess(days, Holdings.total(covering(days.from())), covering(days.from())))
                .filter(held -> held.total().isMoreThan(Share.WHOLE))
                .toList();
    }

    private Optional<PrimaryContactTaken> contactTakenBy(List<OwnershipPeriod> recorded) {
        var contacts = new OwnershipTimeline(periods.stream()
                .filter(period -> period.terms().primaryContact())
                .toList());
        return contacts.intervals().stream()
                .filter(interval -> interval.holdings().byHolder().size() > 1)
                .filter(interval -> interval.holdings().periods().stream().anyMatch(recorded::contains))
                .map(PrimaryContactTaken::during)
                .findFirst();
    }

    private List<OwnershipPeriod> covering(LocalDate day) {
        return periods.stream().filter(period -> period.validity().covers(day)).toList();
    }

    /** As it would be afterwards, whether the rules allow it or not. */
    public OwnershipTimeline supposing(OwnershipEvent event) {
        var next = new ArrayList<>(periods);
        if (!next.containsAll(event.superseded())) {
            throw new IllegalArgumentException("Only what counts now can be superseded");
        }
        next.removeAll(event.superseded());
        next.addAll(event.recorded());
        return new OwnershipTimeline(next);
    }
}
