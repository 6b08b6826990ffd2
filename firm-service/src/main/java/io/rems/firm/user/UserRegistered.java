package io.rems.firm.user;

import io.rems.platform.events.Message;
import java.util.UUID;

/** The public form of a new login. */
record UserRegistered(UUID userId, String email, String name, String status) {

    static Message of(PortalUser user) {
        return new Message(
                "rems.firm.UserRegistered.v1",
                user.id(),
                user.version(),
                new UserRegistered(
                        user.id(),
                        user.email().written(),
                        user.name(),
                        user.status().name()));
    }
}
