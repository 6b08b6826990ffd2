package io.rems.ownership.ownership.messaging;

import io.rems.ownership.ownership.domain.Holdings;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.events.PublishedEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public form of a change of ownership: the whole table of the property each time, so that a
 * replica needs no earlier event.
 */
@PublishedEvent(
        type = "rems.ownership.OwnershipChanged.v1",
        subject = "property",
        description = "Who owns a property has changed; the whole table of ownership as it is now.")
record OwnershipChanged(UUID propertyId, Reason reason, List<Period> periods, List<HolderToday> holdersToday) {

    enum Reason {
        PERIOD_ADDED,
        PERIOD_ENDED
    }

    record Period(
            UUID periodId,
            UUID ownerId,
            String share,
            LocalDate from,
            @Nullable LocalDate to,
            boolean primaryContact) {

        static Period of(OwnershipPeriod period) {
            return new Period(
                    period.id().value(),
                    period.holder().ownerId(),
                    period.share().toString(),
                    period.validity().from(),
                    period.validity().to(),
                    period.terms().primaryContact());
        }
    }

    record HolderToday(String type, @Nullable UUID ownerId, String share) {}

    static OwnershipChanged of(PropertyId property, OwnershipEvent event, OwnershipTimeline timeline, LocalDate today) {
        return new OwnershipChanged(
                property.value(),
                reason(event),
                timeline.periods().stream().map(Period::of).toList(),
                holders(timeline.on(today)));
    }

    private static Reason reason(OwnershipEvent event) {
        return switch (event) {
            case OwnershipEvent.PeriodAdded _ -> Reason.PERIOD_ADDED;
            case OwnershipEvent.PeriodEnded _ -> Reason.PERIOD_ENDED;
        };
    }

    private static List<HolderToday> holders(Holdings today) {
        var holders = new ArrayList<HolderToday>();
        today.byHolder()
                .forEach((holder, share) -> holders.add(new HolderToday("OWNER", holder.ownerId(), share.toString())));
        if (!today.complete()) {
            holders.add(
                    new HolderToday("FIRM_DEFAULT", null, today.firmDefault().toString()));
        }
        return holders;
    }
}
