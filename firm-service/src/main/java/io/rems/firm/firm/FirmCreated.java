package io.rems.firm.firm;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a firm's beginning; the template names the expense categories that it begins with. */
@PublishedEvent(
        type = "rems.firm.FirmCreated.v1",
        subject = "firm",
        description = "A firm works with REMS from now on; the whole of its profile.")
record FirmCreated(
        UUID firmId,
        @JsonUnwrapped ProfileView profile,
        String status,
        @Nullable String expenseCategoryTemplate) {

    static Message of(Firm firm, @Nullable String template) {
        var data = new FirmCreated(
                firm.id().value(),
                ProfileView.of(firm.profile()),
                firm.standing().status().name(),
                template);
        return Message.of(firm.id().value(), firm.version(), data);
    }
}
