package io.rems.firm.user;

import io.r2dbc.spi.Row;
import io.rems.platform.web.Listing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What lists of users have in common: their orders, and how the status of an account is told. */
final class Accounts {
    static final String LOCKED = "stored_status = 'ACTIVE' AND id = ANY(ARRAY(%s))";

    private Accounts() {}

    /** {@code age}: to a firm somebody is as old as his work there. */
    static Listing inOrder(Listing listing, String age) {
        return listing.sortable("name", "name", String.class)
                .sortable("email", "email", String.class)
                .sortable("createdAt", age, Instant.class)
                .orderedBy("name");
    }

    /** {@code locked}: the ids of those who are, at {@code :now}; few, and looked up before the list is. */
    static void narrow(Listing listing, @Nullable AccountStatus status, String locked, Instant now) {
        switch (status) {
            case null -> {}
            case INVITED, DISABLED -> listing.filter("stored_status", status);
            case LOCKED -> listing.where(LOCKED.formatted(locked), "now", now);
            case ACTIVE -> listing.where("stored_status = 'ACTIVE' AND NOT id IN (" + locked + ")", "now", now);
        }
    }

    static AccountStatus status(Row row, Instant now) {
        var stored = UserStatus.valueOf(row.get("stored_status", String.class));
        var lockedUntil = row.get("locked_until", Instant.class);
        return stored == UserStatus.ACTIVE && lockedUntil != null && lockedUntil.isAfter(now)
                ? AccountStatus.LOCKED
                : AccountStatus.of(stored);
    }
}
