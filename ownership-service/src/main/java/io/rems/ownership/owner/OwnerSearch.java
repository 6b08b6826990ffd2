package io.rems.ownership.owner;

import static io.rems.ownership.owner.OwnerStatus.MERGED;

import io.rems.platform.web.Listing;
import org.jspecify.annotations.Nullable;

/** What a list of owners is narrowed by; merged entries are shown only to those who ask for them. */
record OwnerSearch(
        @Nullable OwnerType type,
        @Nullable OwnerStatus status,
        @Nullable String nationality) {

    Listing narrow(Listing all) {
        var asked =
                status == null ? all.where("status <> :merged", "merged", MERGED.name()) : all.filter("status", status);
        return asked.filter("type", type).filter("nationality", nationality);
    }
}
