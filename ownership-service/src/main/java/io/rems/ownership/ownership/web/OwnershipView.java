package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.HeldOn;
import io.rems.ownership.ownership.domain.PropertyId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who holds a property on a day; complete when nothing is left to the firm. */
record OwnershipView(UUID propertyId, LocalDate asOf, boolean complete, List<HolderView> holders) {

    static OwnershipView of(PropertyId property, HeldOn held) {
        return new OwnershipView(
                property.value(),
                held.day(),
                held.holdings().complete(),
                HolderView.of(held.holdings(), held.onlyOwn()));
    }
}
