package io.rems.approval.recurrence;

import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On which days something comes again.
 *
 * @param everyMonths 1 by the month, 3 by the quarter, 12 by the year
 * @param day of the month; where the month is shorter, its last
 * @param from first day on which it may come; its month is the first
 * @param until last day on which it may come; absent: for ever
 */
record ScheduleBody(
        @Min(1) @Max(120) int everyMonths,
        @Min(1) @Max(31) int day,
        @NotNull LocalDate from,
        @Nullable LocalDate until) {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 1, 1);

    Schedule schedule() {
        if (from.isBefore(FIRST_DAY) || from.isAfter(LAST_DAY)) {
            throw new InvalidRequest(
                    "schedule.from", "OUT_OF_RANGE", "must be between " + FIRST_DAY + " and " + LAST_DAY);
        }
        if (until != null && (until.isBefore(from) || until.isAfter(LAST_DAY))) {
            throw new InvalidRequest("schedule.until", "OUT_OF_RANGE", "must be between from and " + LAST_DAY);
        }
        return new Schedule(everyMonths, day, from, until);
    }

    static ScheduleBody of(Schedule schedule) {
        return new ScheduleBody(schedule.everyMonths(), schedule.day(), schedule.from(), schedule.until());
    }
}
