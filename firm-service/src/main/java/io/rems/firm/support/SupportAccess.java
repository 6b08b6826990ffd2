package io.rems.firm.support;

import io.rems.platform.access.FirmId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The permission of a platform administrator to act in a firm as one of its administrators, until a moment. */
record SupportAccess(
        UUID id,
        FirmId firm,
        UUID userId,
        String userName,
        String reason,
        boolean readOnly,
        Instant grantedAt,
        Instant until,
        @Nullable Instant endedAt,
        @Nullable EndedBy endedBy,
        long version) {

    /** What brought it to its end. */
    enum EndedBy {
        TIME,
        OPERATOR,
        FIRM
    }
}
