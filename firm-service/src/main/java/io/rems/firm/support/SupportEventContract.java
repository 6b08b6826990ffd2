package io.rems.firm.support;

import io.rems.firm.support.SupportAccess.EndedBy;
import io.rems.platform.events.Message;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public, versioned form of what happens to support accesses: the firm's audit log shows it. */
final class SupportEventContract {
    private SupportEventContract() {}

    record SupportAccessGranted(
            UUID supportAccessId, UUID userId, String userName, String reason, boolean readOnly, Instant until) {}

    record SupportAccessEnded(
            UUID supportAccessId,
            UUID userId,
            String userName,
            String reason,
            boolean readOnly,
            Instant until,
            @Nullable Instant endedAt,
            @Nullable EndedBy endedBy) {}

    static Message granted(SupportAccess access) {
        var data = new SupportAccessGranted(
                access.id(), access.userId(), access.userName(), access.reason(), access.readOnly(), access.until());
        return new Message("rems.firm.SupportAccessGranted.v1", access.id(), access.version(), data);
    }

    static Message ended(SupportAccess access) {
        var data = new SupportAccessEnded(
                access.id(),
                access.userId(),
                access.userName(),
                access.reason(),
                access.readOnly(),
                access.until(),
                access.endedAt(),
                access.endedBy());
        return new Message("rems.firm.SupportAccessEnded.v1", access.id(), access.version(), data);
    }
}
