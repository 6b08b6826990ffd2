package io.rems.firm.support;

import io.rems.firm.support.SupportAccess.EndedBy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record SupportAccessView(
        UUID id,
        UUID firmId,
        UUID userId,
        String userName,
        String reason,
        boolean readOnly,
        Instant grantedAt,
        Instant until,
        @Nullable Instant endedAt,
        @Nullable EndedBy endedBy) {

    static SupportAccessView of(SupportAccess access) {
        return new SupportAccessView(
                access.id(),
                access.firm().value(),
                access.userId(),
                access.userName(),
                access.reason(),
                access.readOnly(),
                access.grantedAt(),
                access.until(),
                access.endedAt(),
                access.endedBy());
    }
}
