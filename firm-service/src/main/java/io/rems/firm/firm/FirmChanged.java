package io.rems.firm.firm;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;

/** The public form of a firm's new profile: the whole of it. */
@PublishedEvent(
        type = "rems.firm.FirmChanged.v1",
        subject = "firm",
        description = "A firm describes itself anew; the whole of its profile.")
record FirmChanged(UUID firmId, @JsonUnwrapped ProfileView profile, String status) {

    static Message of(Firm firm) {
        var data = new FirmChanged(
                firm.id().value(),
                ProfileView.of(firm.profile()),
                firm.standing().status().name());
        return Message.of(firm.id().value(), firm.version(), data);
    }
}
