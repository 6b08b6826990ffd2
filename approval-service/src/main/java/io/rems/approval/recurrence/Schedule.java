package io.rems.approval.recurrence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * On which days something comes again.
 *
 * @param everyMonths 1 by the month, 3 by the quarter, 12 by the year
 * @param day of the month; where the month is shorter, its last
 * @param from first day on which it may come; its month is the first
 * @param until last day on which it may come; absent: for ever
 */
record Schedule(
        int everyMonths, int day, LocalDate from, @Nullable LocalDate until) {

    Schedule {
        if (everyMonths < 1 || day < 1 || day > 31 || (until != null && until.isBefore(from))) {
            throw new IllegalArgumentException(
                    "Not a schedule: " + everyMonths + ", " + day + ", " + from + ", " + until);
        }
    }

    /** The first day on or after this one; empty where there is none. */
    Optional<LocalDate> next(LocalDate notBefore) {
        return days(notBefore).findFirst();
    }

    /** Not before this day, the earliest first, at most so many. */
    List<LocalDate> next(LocalDate notBefore, int most) {
        return days(notBefore).limit(most).toList();
    }

    private Stream<LocalDate> days(LocalDate notBefore) {
        var first = notBefore.isBefore(from) ? from : notBefore;
        var months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(first));
        return Stream.iterate(months / everyMonths, turn -> turn + 1)
                .map(this::on)
                .dropWhile(date -> date.isBefore(first))
                .takeWhile(date -> until == null || !date.isAfter(until));
    }

    private LocalDate on(long turn) {
        var month = YearMonth.from(from).plusMonths(turn * everyMonths);
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
