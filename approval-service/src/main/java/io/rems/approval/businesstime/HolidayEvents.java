package io.rems.approval.businesstime;

import io.rems.platform.Versioned;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.LocalDate;
import java.util.UUID;

/** The public forms of what happens to holidays. */
final class HolidayEvents {

    static final String ADDED = "rems.approval.HolidayAdded.v1";
    static final String CHANGED = "rems.approval.HolidayChanged.v1";
    static final String REMOVED = "rems.approval.HolidayRemoved.v1";

    /** The holiday as it is now, or was last; {@code until} is the last of its days. */
    @PublishedEvent(type = ADDED, subject = "holiday", description = "The firm does not work on these days.")
    @PublishedEvent(type = CHANGED, subject = "holiday", description = "A holiday has another name or other days.")
    @PublishedEvent(
            type = REMOVED,
            subject = "holiday",
            description = "What was a holiday is one no longer; it is told as it was last.")
    record HolidayState(UUID holidayId, String name, LocalDate from, LocalDate until) {}

    private HolidayEvents() {}

    static Message of(String type, Versioned<Holiday> kept) {
        var holiday = kept.value();
        var days = holiday.days();
        return new Message(
                type,
                holiday.id(),
                kept.version(),
                new HolidayState(holiday.id(), holiday.name(), days.first(), days.last()));
    }
}
