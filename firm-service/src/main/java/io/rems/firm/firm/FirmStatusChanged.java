package io.rems.firm.firm;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a suspension, reactivation or closure; which of them it is, the event's type says. */
@PublishedEvent(
        type = "rems.firm.FirmSuspended.v1",
        subject = "firm",
        beforeAnswer = true,
        description = "A firm is read by its administrators and changed by nobody, until it is reactivated.")
@PublishedEvent(type = "rems.firm.FirmReactivated.v1", subject = "firm", description = "A suspended firm works again.")
@PublishedEvent(
        type = "rems.firm.FirmClosed.v1",
        subject = "firm",
        beforeAnswer = true,
        description = "A firm has left REMS for good.")
record FirmStatusChanged(
        UUID firmId,
        String name,
        FirmStatus status,
        @Nullable String reason) {

    static Message of(Firm changed, StatusChange change) {
        return new Message(
                change.event(),
                changed.id().value(),
                changed.version(),
                new FirmStatusChanged(
                        changed.id().value(),
                        changed.profile().name(),
                        changed.standing().status(),
                        changed.standing().reason()));
    }
}
