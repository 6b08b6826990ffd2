package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.Holdings;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.platform.Versioned;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a property on a day.
 *
 * @param version of the property's ownership: what a change of it names
 * @param onlyOwn the owner who asks: of the others he is told name and share
 */
public record HeldOn(
        LocalDate day,
        Holdings holdings,
        long version,
        @Nullable UUID onlyOwn) {

    static HeldOn of(Versioned<OwnershipTimeline> timeline, LocalDate day) {
        return new HeldOn(day, timeline.value().on(day), timeline.version(), null);
    }

    HeldOn toldTo(@Nullable UUID owner) {
        return new HeldOn(day, holdings, version, owner);
    }
}
