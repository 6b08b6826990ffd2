package io.rems.firm.support;

import io.rems.firm.support.SupportAccess.EndedBy;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The public, versioned form of what happens to support accesses: the firm's audit log shows it. */
final class SupportEventContract {
    private SupportEventContract() {}

    @PublishedEvent(
            type = "rems.firm.SupportAccessGranted.v1",
            subject = "support access",
            description =
                    "A platform administrator may act in the firm until a moment, reading only unless it says otherwise.")
    record SupportAccessGranted(
            UUID supportAccessId, UUID userId, String userName, String reason, boolean readOnly, Instant until) {}

    @PublishedEvent(
            type = "rems.firm.SupportAccessEnded.v1",
            subject = "support access",
            beforeAnswer = true,
            description = "A platform administrator has no access to the firm any more.")
    record SupportAccessEnded(
            UUID supportAccessId,
            UUID userId,
            String userName,
            String reason,
            boolean readOnly,
            Instant until,
            Instant endedAt,
            EndedBy endedBy) {}

    static Message granted(SupportAccess access) {
        var data = new SupportAccessGranted(
                access.id(), access.userId(), access.userName(), access.reason(), access.readOnly(), access.until());
        return Message.of(access.id(), access.version(), data);
    }

    static Message ended(SupportAccess access) {
        var data = new SupportAccessEnded(
                access.id(),
                access.userId(),
                access.userName(),
                access.reason(),
                access.readOnly(),
                access.until(),
                Objects.requireNonNull(access.endedAt()),
                Objects.requireNonNull(access.endedBy()));
        return Message.of(access.id(), access.version(), data);
    }
}
