package io.rems.firm.firm;

import io.rems.platform.events.Message;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a suspension, reactivation or closure; which of them it is, the event's type says. */
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
                        changed.name(),
                        changed.standing().status(),
                        changed.standing().reason()));
    }
}
