package io.rems.ownership.property;

import io.rems.platform.web.Listing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a list of properties is narrowed by. @param location the whole of it, in whatever case */
record PropertySearch(
        @Nullable PropertyType type,
        @Nullable PropertyStatus status,
        @Nullable String location) {

    Listing narrow(Listing all) {
        var listing = all.filter("type", type).filter("status", status);
        return location == null
                ? listing
                : listing.where(
                        "lower(location) = :filter_location",
                        "filter_location",
                        location.strip().toLowerCase(Locale.ROOT));
    }
}
