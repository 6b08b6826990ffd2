package io.rems.ownership.ownership.domain;

import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days on which as much is assigned: what is left can still be given, what is above the whole is too much. */
public record Remainder(@Nullable LocalDate from, @Nullable LocalDate to, Share assigned) {

    /** One after the other without a gap; neighbours differ. */
    public static List<Remainder> during(Validity days, OwnershipTimeline timeline) {
        var remainders = new ArrayList<Remainder>();
        for (var interval : timeline.during(days)) {
            var next = new Remainder(
                    interval.from(), interval.to(), interval.holdings().assigned());
            if (!remainders.isEmpty() && remainders.getLast().assigned.equals(next.assigned)) {
                next = new Remainder(remainders.removeLast().from, next.to, next.assigned);
            }
            remainders.add(next);
        }
        return remainders;
    }

    public Share left() {
        return assigned.isMoreThan(Share.WHOLE) ? Share.NONE : Share.WHOLE.minus(assigned);
    }

    public Share excess() {
        return assigned.isMoreThan(Share.WHOLE) ? assigned.minus(Share.WHOLE) : Share.NONE;
    }
}
