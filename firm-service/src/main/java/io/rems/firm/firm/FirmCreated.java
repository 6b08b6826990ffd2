package io.rems.firm.firm;

import io.rems.platform.events.Message;
import java.util.UUID;

/** The public form of a firm's beginning. */
record FirmCreated(UUID firmId, String name, String currency, String timeZone, String status) {

    static Message of(Firm firm) {
        return new Message(
                "rems.firm.FirmCreated.v1",
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
