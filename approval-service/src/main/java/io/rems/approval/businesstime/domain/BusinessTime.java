package io.rems.approval.businesstime.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The time that counts for a firm: all of it, or that of its working days only. */
public sealed interface BusinessTime {

    /** The first instant by which so much of it has passed since {@code start}. */
    Instant after(Instant start, Duration time);

    /** How much of it passes between the two; none where the second is not the later one. */
    Duration between(Instant from, Instant until);

    /** Every hour counts. */
    record Always() implements BusinessTime {

        @Override
        public Instant after(Instant start, Duration time) {
            return start.plus(time);
        }

        @Override
        public Duration between(Instant from, Instant until) {
            return from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
        }
    }

    /**
     * Working days count whole, from midnight to midnight where the firm is: with 23 or 25 hours when its clocks are
     * changed, and from whenever the day begins where they are changed at midnight.
     *
     * @param weekend the days of each week on which nobody works; not all seven
     */
    record WorkingDays(ZoneId zone, Set<DayOfWeek> weekend, List<Days> holidays) implements BusinessTime {

        public WorkingDays {
            weekend = Set.copyOf(weekend);
            holidays = List.copyOf(holidays);
            if (weekend.size() == DayOfWeek.values().length) {
                throw new IllegalArgumentException("No working days are left");
            }
        }

        @Override
        public Instant after(Instant start, Duration time) {
            if (time.isZero()) {
                return start;
            }
            var left = time;
            var from = start;
            for (var day = LocalDate.ofInstant(start, zone); ; day = day.plusDays(1)) {
                var end = endOf(day);
                if (isWorkingDay(day)) {
                    var today = Duration.between(from, end);
                    if (left.compareTo(today) <= 0) {
                        return from.plus(left);
                    }
                    left = left.minus(today);
                }
                from = end;
            }
        }

        @Override
        public Duration between(Instant from, Instant until) {
            var passed = Duration.ZERO;
            var at = from;
            for (var day = LocalDate.ofInstant(from, zone); at.isBefore(until); day = day.plusDays(1)) {
                var end = endOf(day);
                if (isWorkingDay(day)) {
                    passed = passed.plus(Duration.between(at, end.isBefore(until) ? end : until));
                }
                at = end;
            }
            return passed;
        }

        private boolean isWorkingDay(LocalDate day) {
            return !weekend.contains(day.getDayOfWeek())
                    && holidays.stream().noneMatch(holiday -> holiday.include(day));
        }

        private Instant endOf(LocalDate day) {
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }
}
