package io.rems.ownership.transfer.messaging;

import io.rems.ownership.ownership.domain.Holdings;
import io.rems.ownership.ownership.domain.Interval;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who holds the property during some days; without a beginning before the first period, without an end at last. */
record TableV1(@Nullable LocalDate from, @Nullable LocalDate to, List<HolderV1> holders) {

    record HolderV1(
            String type, @Nullable UUID ownerId, @Nullable String name, String share) {}

    static List<TableV1> of(OwnershipTimeline timeline) {
        return timeline.intervals().stream().map(TableV1::of).toList();
    }

    private static TableV1 of(Interval interval) {
        return new TableV1(interval.from(), interval.to(), holders(interval.holdings()));
    }

    private static List<HolderV1> holders(Holdings holdings) {
        var holders = new ArrayList<HolderV1>();
        holdings.byHolder()
                .forEach((holder, share) ->
                        holders.add(new HolderV1("OWNER", holder.ownerId(), holder.name(), share.toString())));
        if (!holdings.complete()) {
            holders.add(new HolderV1(
                    "FIRM_DEFAULT", null, null, holdings.firmDefault().toString()));
        }
        return holders;
    }
}
