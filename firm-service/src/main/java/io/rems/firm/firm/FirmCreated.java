package io.rems.firm.firm;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;

/** The public form of a firm's beginning. */
@PublishedEvent(
        type = "rems.firm.FirmCreated.v1",
        subject = "firm",
        description = "A firm works with REMS from now on.")
record FirmCreated(UUID firmId, String name, String currency, String timeZone, String status) {

    static Message of(Firm firm) {
        return Message.of(
                firm.id().value(),
                firm.version(),
                new FirmCreated(
                        firm.id().value(),
                        firm.name(),
                        firm.currency().getCurrencyCode(),
                        firm.timeZone().getId(),
                        firm.standing().status().name()));
    }
}
