package io.rems.approval.routing.domain;

import java.time.Duration;
import java.time.LocalDate;

/** The days whose expenses count as one with that of a day: nearer to it than the window is long, before or after. */
public record SplitWindow(LocalDate from, LocalDate to) {

    public static SplitWindow around(LocalDate day, Duration length) {
        var reach = Math.max(0, length.toDays() - 1);
        return new SplitWindow(day.minusDays(reach), day.plusDays(reach));
    }
}
