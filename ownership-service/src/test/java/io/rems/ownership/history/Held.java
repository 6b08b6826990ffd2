package io.rems.ownership.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A share in the plainest form: whose, how much ({@code 1/3}), and from which day up to which, counted from the first. */
record Held(String owner, String share, int from, @Nullable Integer to) {

    /** The last day stands for all that follow. */
    static final int DAYS = 40;

    private static final LocalDate FIRST = LocalDate.parse("2024-02-10");

    static LocalDate date(int day) {
        return FIRST.plusDays(day);
    }

    static int day(LocalDate date) {
        return (int) (date.toEpochDay() - FIRST.toEpochDay());
    }

    int end() {
        return to == null ? DAYS : to;
    }
}
