package io.rems.firm.user;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;

/** The public form of a new login. */
@PublishedEvent(
        type = "rems.firm.UserRegistered.v1",
        subject = "user",
        description = "Somebody has a login; in no firm yet.")
record UserRegistered(UUID userId, String email, String name, String status) {

    static Message of(PortalUser user) {
        return Message.of(
                user.id(),
                user.version(),
                new UserRegistered(
                        user.id(),
                        user.email().written(),
                        user.name(),
                        user.status().name()));
    }
}
