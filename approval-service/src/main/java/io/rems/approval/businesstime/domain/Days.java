package io.rems.approval.businesstime.domain;

import java.time.LocalDate;

/** Some days in a row, the first and the last among them. */
public record Days(LocalDate first, LocalDate last) {

    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("Ends before it begins: " + first + " to " + last);
        }
    }

    boolean include(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
