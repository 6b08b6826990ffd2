package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.Holdings;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.platform.Versioned;
import java.time.LocalDate;

/**
 * Who holds a property on a day.
 *
 * @param version of the property's ownership: what a change of it names
 */
public record HeldOn(LocalDate day, Holdings holdings, long version) {

    static HeldOn of(Versioned<OwnershipTimeline> timeline, LocalDate day) {
        return new HeldOn(day, timeline.value().on(day), timeline.version());
    }
}
