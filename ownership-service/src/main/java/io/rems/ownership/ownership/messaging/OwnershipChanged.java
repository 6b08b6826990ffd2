package io.rems.ownership.ownership.messaging;

import io.rems.ownership.ownership.domain.ChangeKind;
import io.rems.ownership.ownership.domain.Holdings;
import io.rems.ownership.ownership.domain.Interval;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.events.PublishedEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public form of a change of ownership: the whole table of the property each time, so that a
 * replica needs no earlier event.
 *
 * @param reason what kind of change it was; SNAPSHOT where nothing changed, and it is told for who did not hear of it
 * @param statedReason why, in the words of the one who did it
 * @param transferId the transfer that the change is part of
 * @param affected from the first to the last day on which somebody holds something else than before; in a snapshot, from
 *     the first to the last day of any period, or today where there is none
 * @param intervals all of time: the first one has no beginning, the last one no end
 */
@PublishedEvent(
        type = "rems.ownership.OwnershipChanged.v1",
        subject = "property",
        description = "Who owns a property has changed; the whole table of ownership as it is now.")
record OwnershipChanged(
        UUID propertyId,
        Reason reason,
        @Nullable String statedReason,
        @Nullable UUID transferId,
        Days affected,
        List<Period> periods,
        List<HolderToday> holdersToday,
        List<HeldInterval> intervals) {

    /** As others name it; a new kind of change must say here how. */
    enum Reason {
        PERIOD_ADDED,
        PERIOD_ENDED,
        PERIOD_CORRECTED,
        PERIOD_ANNULLED,
        TABLE_ASSIGNED,
        SHARES_TRANSFERRED,
        TRANSFER_REVERSED,
        OWNER_REPLACED,
        SNAPSHOT;

        static Reason of(ChangeKind kind) {
            return switch (kind) {
                case PERIOD_ADDED -> PERIOD_ADDED;
                case PERIOD_ENDED -> PERIOD_ENDED;
                case PERIOD_CORRECTED -> PERIOD_CORRECTED;
                case PERIOD_ANNULLED -> PERIOD_ANNULLED;
                case TABLE_ASSIGNED -> TABLE_ASSIGNED;
                case SHARES_TRANSFERRED -> SHARES_TRANSFERRED;
                case TRANSFER_REVERSED -> TRANSFER_REVERSED;
                case OWNER_REPLACED -> OWNER_REPLACED;
            };
        }
    }

    record Days(LocalDate from, @Nullable LocalDate to) {

        static Days of(Validity days) {
            return new Days(days.from(), days.to());
        }
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

    record IntervalHolder(
            String type, @Nullable UUID ownerId, @Nullable String name, String share) {

        HolderToday today() {
            return new HolderToday(type, ownerId, share);
        }
    }

    record HeldInterval(@Nullable LocalDate from, @Nullable LocalDate to, List<IntervalHolder> holders) {

        static HeldInterval of(Interval interval) {
            return new HeldInterval(interval.from(), interval.to(), OwnershipChanged.holders(interval.holdings()));
        }
    }

    static OwnershipChanged of(PropertyId property, OwnershipEvent event, OwnershipTimeline timeline, LocalDate today) {
        return new OwnershipChanged(
                property.value(),
                Reason.of(ChangeKind.of(event)),
                event.statedReason(),
                event.transferId(),
                Days.of(event.affected()),
                timeline.periods().stream().map(Period::of).toList(),
                holders(timeline.on(today)).stream().map(IntervalHolder::today).toList(),
                timeline.intervals().stream().map(HeldInterval::of).toList());
    }

    /** For who did not hear of it. */
    static OwnershipChanged told(PropertyId property, OwnershipTimeline timeline, LocalDate today) {
        return new OwnershipChanged(
                property.value(),
                Reason.SNAPSHOT,
                null,
                null,
                Days.of(timeline.span().orElseGet(() -> new Validity(today, today.plusDays(1)))),
                timeline.periods().stream().map(Period::of).toList(),
                holders(timeline.on(today)).stream().map(IntervalHolder::today).toList(),
                timeline.intervals().stream().map(HeldInterval::of).toList());
    }

    private static List<IntervalHolder> holders(Holdings holdings) {
        var holders = new ArrayList<IntervalHolder>();
        holdings.byHolder()
                .forEach((holder, share) ->
                        holders.add(new IntervalHolder("OWNER", holder.ownerId(), holder.name(), share.toString())));
        if (!holdings.complete()) {
            holders.add(new IntervalHolder(
                    "FIRM_DEFAULT", null, null, holdings.firmDefault().toString()));
        }
        return holders;
    }
}
