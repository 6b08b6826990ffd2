package io.rems.approval.businesstime.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.businesstime.domain.BusinessTime.WorkingDays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Against an oracle that walks through the minutes one by one and asks of each on which day it is. */
class BusinessTimeProperties {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Clocks that are never changed, that are at night, by half an hour, at midnight, and where a day was left out. */
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Kuwait"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Asia/Beirut"),
            ZoneId.of("America/Havana"),
            ZoneId.of("Pacific/Apia"));

    /** Around changes of the clocks in those zones. */
    private static final List<Instant> BEGINNINGS = List.of(
            Instant.parse("2026-11-23T00:00:00Z"),
            Instant.parse("2026-03-28T00:00:00Z"),
            Instant.parse("2026-10-24T00:00:00Z"),
            Instant.parse("2026-10-03T00:00:00Z"),
            Instant.parse("2026-04-04T00:00:00Z"),
            Instant.parse("2026-03-07T00:00:00Z"),
            Instant.parse("2026-10-31T00:00:00Z"),
            Instant.parse("2011-12-28T00:00:00Z"));

    @Property(tries = 200)
    void soMuchTimeHasPassedWhenSoManyMinutesOfWorkingDaysHave(
            @ForAll("calendars") WorkingDays time,
            @ForAll("instants") Instant start,
            @ForAll @IntRange(max = 4 * 24 * 60) int minutes) {
        assertThat(time.after(start, Duration.ofMinutes(minutes))).isEqualTo(walked(time, start, minutes));
    }

    @Property(tries = 200)
    void betweenTwoInstantsPassAsManyMinutesAsThereAreOnWorkingDays(
            @ForAll("calendars") WorkingDays time,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(min = -100, max = 9 * 24 * 60) int minutes) {
        var until = from.plus(MINUTE.multipliedBy(minutes));

        assertThat(time.between(from, until)).isEqualTo(MINUTE.multipliedBy(counted(time, from, until)));
    }

    @Property
    void whateverPassesAfterAnInstantPassesBetween(
            @ForAll("calendars") WorkingDays time,
            @ForAll("instants") Instant start,
            @ForAll @IntRange(max = 40 * 24 * 3600) int seconds) {
        var passed = Duration.ofSeconds(seconds);

        assertThat(time.between(start, time.after(start, passed))).isEqualTo(passed);
    }

    @Property
    void moreTimeNeverEndsEarlierAndCanBeReckonedInParts(
            @ForAll("calendars") WorkingDays time,
            @ForAll("instants") Instant start,
            @ForAll @IntRange(max = 1_000_000) int first,
            @ForAll @IntRange(max = 1_000_000) int then) {
        var once = time.after(start, Duration.ofSeconds(first));

        var twice = time.after(once, Duration.ofSeconds(then));

        assertThat(twice).isAfterOrEqualTo(once);
        assertThat(twice).isEqualTo(time.after(start, Duration.ofSeconds((long) first + then)));
    }

    @Provide
    Arbitrary<WorkingDays> calendars() {
        var weekends = Arbitraries.of(DayOfWeek.class).set().ofMaxSize(3).map(HashSet::new);
        var holidays = Combinators.combine(instants(), Arbitraries.integers().between(0, 3))
                .as((instant, length) -> {
                    var day = LocalDate.ofInstant(instant, ZoneId.of("UTC"));
                    return new Days(day, day.plusDays(length));
                })
                .list()
                .ofMaxSize(4);
        return Combinators.combine(Arbitraries.of(ZONES), weekends, holidays)
                .as((ZoneId zone, Set<DayOfWeek> weekend, List<Days> days) -> new WorkingDays(zone, weekend, days));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.of(BEGINNINGS), Arbitraries.integers().between(0, 3 * 24 * 60))
                .as((beginning, minutes) -> beginning.plus(Duration.ofMinutes(minutes)));
    }

    private static Instant walked(WorkingDays time, Instant start, int minutes) {
        var at = start;
        for (var left = minutes; left > 0; at = at.plus(MINUTE)) {
            left -= counts(time, at) ? 1 : 0;
        }
        return at;
    }

    private static int counted(WorkingDays time, Instant from, Instant until) {
        var counted = 0;
        for (var at = from; at.isBefore(until); at = at.plus(MINUTE)) {
            counted += counts(time, at) ? 1 : 0;
        }
        return counted;
    }

    private static boolean counts(WorkingDays time, Instant at) {
        var day = at.atZone(time.zone()).toLocalDate();
        var isFree = time.weekend().contains(day.getDayOfWeek());
        for (var holiday : time.holidays()) {
            isFree |= !holiday.first().isAfter(day) && !day.isAfter(holiday.last());
        }
        return !isFree;
    }
}
