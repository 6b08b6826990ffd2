package io.rems.firm.user;

import io.rems.platform.access.FirmId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a login; {@code user} as it is afterwards. */
public sealed interface UserEvent {

    PortalUser user();

    record Registered(PortalUser user) implements UserEvent {}

    /** {@code firm} is the one to work in, if any. */
    record Invited(PortalUser user, @Nullable FirmId firm, Instant expiresAt) implements UserEvent {}

    /** The invitation was accepted. */
    record Activated(PortalUser user) implements UserEvent {}

    record ProfileChanged(PortalUser user) implements UserEvent {}

    record EmailChanged(PortalUser user, EmailAddress previous) implements UserEvent {}

    record Disabled(PortalUser user, @Nullable String reason) implements UserEvent {}

    record Enabled(PortalUser user) implements UserEvent {}

    record Unlocked(PortalUser user) implements UserEvent {}

    record PasswordChanged(PortalUser user, Cause cause) implements UserEvent {}

    /** An administrator took the password away. */
    record PasswordResetRequired(PortalUser user) implements UserEvent {}

    /** How somebody came to choose a password. */
    enum Cause {
        /** He knew the old one. */
        CHANGED,
        /** He had a link, by mail. */
        RESET
    }
}
