package io.rems.firm.user;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rems.firm.user.UserEvent.Activated;
import io.rems.firm.user.UserEvent.Cause;
import io.rems.firm.user.UserEvent.Disabled;
import io.rems.firm.user.UserEvent.EmailChanged;
import io.rems.firm.user.UserEvent.Enabled;
import io.rems.firm.user.UserEvent.Invited;
import io.rems.firm.user.UserEvent.PasswordChanged;
import io.rems.firm.user.UserEvent.PasswordResetRequired;
import io.rems.firm.user.UserEvent.ProfileChanged;
import io.rems.firm.user.UserEvent.Registered;
import io.rems.firm.user.UserEvent.Unlocked;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public, versioned form of what happens to logins. */
final class UserMessages {

    /** Who a login is; part of what is told of him, not a level in it. */
    record Person(UUID userId, String email, String name) {}

    @PublishedEvent(
            type = "rems.firm.UserRegistered.v1",
            subject = "user",
            description = "Somebody has a login; in no firm yet.")
    record UserRegistered(@JsonUnwrapped Person person, String status) {}

    @PublishedEvent(
            type = "rems.firm.UserInvited.v1",
            subject = "user",
            description = "A login was offered to somebody, by mail; again, where the first mail was not followed.")
    record UserInvited(
            @JsonUnwrapped Person person, @Nullable UUID firmId, Instant expiresAt) {}

    @PublishedEvent(
            type = "rems.firm.UserActivated.v1",
            subject = "user",
            description = "Who was invited has accepted, and has chosen a password.")
    record UserActivated(@JsonUnwrapped Person person, String language) {}

    @PublishedEvent(
            type = "rems.firm.UserProfileChanged.v1",
            subject = "user",
            description = "A user has changed what is known of him; the whole profile.")
    record UserProfileChanged(
            UUID userId, String name, @Nullable String phone, String language) {}

    @PublishedEvent(
            type = "rems.firm.UserEmailChanged.v1",
            subject = "user",
            description = "A user has confirmed another address; he signs in with it from now on.")
    record UserEmailChanged(UUID userId, String email, String previousEmail) {}

    @PublishedEvent(
            type = "rems.firm.UserDisabled.v1",
            subject = "user",
            beforeAnswer = true,
            description = "A user may do nothing any more, in no firm, from this moment on.")
    record UserDisabled(UUID userId, @Nullable String reason) {}

    @PublishedEvent(
            type = "rems.firm.UserEnabled.v1",
            subject = "user",
            description = "A user who was disabled may do again what he might before.")
    record UserEnabled(UUID userId, String status) {}

    @PublishedEvent(
            type = "rems.firm.UserUnlocked.v1",
            subject = "user",
            description = "The failed sign-ins of a user were forgotten by an administrator.")
    record UserUnlocked(UUID userId) {}

    @PublishedEvent(
            type = "rems.firm.PasswordChanged.v1",
            subject = "user",
            description = "A user has chosen another password; his sessions have ended.")
    record NewPassword(UUID userId, Cause cause) {}

    @PublishedEvent(
            type = "rems.firm.PasswordResetRequired.v1",
            subject = "user",
            description = "An administrator has taken a user's password away; his sessions have ended.")
    record NoPassword(UUID userId) {}

    private UserMessages() {}

    static Message of(UserEvent event) {
        return Message.of(event.user().id(), event.user().version(), data(event, event.user()));
    }

    private static Object data(UserEvent event, PortalUser user) {
        var id = user.id();
        var person = new Person(id, user.email().written(), user.name());
        return switch (event) {
            case Registered _ -> new UserRegistered(person, user.status().name());
            case Invited(var _, var firm, var until) ->
                new UserInvited(person, firm == null ? null : firm.value(), until);
            case Activated _ -> new UserActivated(person, user.language().tag());
            case ProfileChanged _ ->
                new UserProfileChanged(
                        id, user.name(), user.phone(), user.language().tag());
            case EmailChanged(var _, var previous) -> new UserEmailChanged(id, person.email(), previous.written());
            case Disabled(var _, var reason) -> new UserDisabled(id, reason);
            case Enabled _ -> new UserEnabled(id, user.status().name());
            case Unlocked _ -> new UserUnlocked(id);
            case PasswordChanged(var _, var cause) -> new NewPassword(id, cause);
            case PasswordResetRequired _ -> new NoPassword(id);
        };
    }
}
