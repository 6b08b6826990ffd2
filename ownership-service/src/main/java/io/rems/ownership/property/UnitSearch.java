package io.rems.ownership.property;

import io.rems.platform.web.Listing;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list of units is narrowed by. */
record UnitSearch(
        @Nullable UUID propertyId,
        @Nullable UnitType type,
        @Nullable UnitStatus status) {

    Listing narrow(Listing all) {
        return all.filter("property_id", propertyId).filter("type", type).filter("status", status);
    }
}
