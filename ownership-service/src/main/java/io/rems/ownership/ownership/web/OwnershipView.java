package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.HeldOn;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who holds a property on a day; complete when nothing is left to the firm. */
record OwnershipView(UUID propertyId, LocalDate asOf, boolean complete, List<HolderView> holders) {

    enum HolderType {
        OWNER,
        FIRM_DEFAULT
    }

    record HolderView(
            HolderType type,
            @Nullable UUID ownerId,
            @Nullable String name,
            Share share,
            boolean primaryContact,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        static HolderView of(OwnershipPeriod period) {
            return new HolderView(
                    HolderType.OWNER,
                    period.holder().ownerId(),
                    period.holder().name(),
                    period.share(),
                    period.terms().primaryContact(),
                    period.validity().from(),
                    period.validity().to());
        }

        static HolderView firmDefault(Share share) {
            return new HolderView(HolderType.FIRM_DEFAULT, null, null, share, false, null, null);
        }
    }

    static OwnershipView of(PropertyId property, HeldOn held) {
        var holdings = held.holdings();
        var holders =
                new ArrayList<>(holdings.periods().stream().map(HolderView::of).toList());
        if (!holdings.complete()) {
            holders.add(HolderView.firmDefault(holdings.firmDefault()));
        }
        return new OwnershipView(property.value(), held.day(), holdings.complete(), holders);
    }
}
