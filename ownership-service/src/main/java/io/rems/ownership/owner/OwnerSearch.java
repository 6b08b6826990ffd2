package io.rems.ownership.owner;

import io.rems.platform.web.Listing;
import org.jspecify.annotations.Nullable;

/** What a list of owners is narrowed by. */
record OwnerSearch(
        @Nullable OwnerType type,
        @Nullable OwnerStatus status,
        @Nullable String nationality) {

    Listing narrow(Listing all) {
        return all.filter("type", type).filter("status", status).filter("nationality", nationality);
    }
}
