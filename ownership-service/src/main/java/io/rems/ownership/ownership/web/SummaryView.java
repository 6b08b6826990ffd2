package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.HeldOn;
import io.rems.ownership.ownership.domain.Holder;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a property is held on a day, without its holders.
 *
 * @param firmDefault what nobody was given and is the firm's; assigned and this are the whole
 * @param complete whether nothing is left to the firm
 * @param primaryContact by name
 */
record SummaryView(
        UUID propertyId,
        LocalDate asOf,
        Share assigned,
        Share firmDefault,
        boolean complete,
        int owners,
        @Nullable String primaryContact) {

    static SummaryView of(PropertyId property, HeldOn held) {
        var holdings = held.holdings();
        return new SummaryView(
                property.value(),
                held.day(),
                holdings.assigned(),
                holdings.firmDefault(),
                holdings.complete(),
                holdings.byHolder().size(),
                holdings.primaryContact().map(Holder::name).orElse(null));
    }
}
