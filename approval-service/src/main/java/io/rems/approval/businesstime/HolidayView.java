package io.rems.approval.businesstime;

import io.rems.platform.Versioned;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A holiday as the API shows it.
 *
 * @param until the last of its days
 */
record HolidayView(UUID id, String name, LocalDate from, LocalDate until, long version) {

    static HolidayView of(Versioned<Holiday> kept) {
        var holiday = kept.value();
        return new HolidayView(
                holiday.id(),
                holiday.name(),
                holiday.days().first(),
                holiday.days().last(),
                kept.version());
    }
}
