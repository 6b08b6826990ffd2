package io.rems.firm.firm;

import io.rems.platform.web.Listing;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a platform administrator narrows the list of firms by.
 *
 * @param email the whole address, in whatever case
 * @param createdFrom inclusive
 * @param createdTo exclusive
 */
record FirmSearch(
        @Nullable FirmStatus status,
        @Nullable Industry industry,
        @Nullable String email,
        @Nullable Instant createdFrom,
        @Nullable Instant createdTo) {

    Listing narrow(Listing all) {
        var listing = all.filter("status", status)
                .filter("industry", industry)
                .filter("email_key", email == null ? null : email.strip().toLowerCase(Locale.ROOT));
        if (createdFrom != null) {
            listing.where("created_at >= :createdFrom", "createdFrom", createdFrom);
        }
        if (createdTo != null) {
            listing.where("created_at < :createdTo", "createdTo", createdTo);
        }
        return listing;
    }
}
