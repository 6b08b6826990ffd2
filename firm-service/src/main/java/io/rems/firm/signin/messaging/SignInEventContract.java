package io.rems.firm.signin.messaging;

import io.rems.firm.signin.SignInMessages;
import io.rems.firm.signin.domain.SignInEvent;
import io.rems.firm.signin.domain.SignInEvent.LockedOut;
import io.rems.firm.signin.domain.SignInEvent.SessionEnded;
import io.rems.firm.signin.domain.SignInEvent.SignInFailed;
import io.rems.firm.signin.domain.SignInEvent.SignedIn;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The public, versioned form of what happens at sign-in. */
@Component
class SignInEventContract implements SignInMessages {

    @PublishedEvent(type = "rems.firm.UserSignedIn.v1", subject = "session", description = "A user has signed in.")
    record UserSignedIn(UUID userId, UUID sessionId, String method) {}

    @PublishedEvent(
            type = "rems.firm.SignInFailed.v1",
            subject = "user",
            description = "Somebody has tried to sign in as a user, in vain; not told while the user is locked out.")
    record Failure(UUID userId, String reason) {}

    @PublishedEvent(
            type = "rems.firm.UserLockedOut.v1",
            subject = "user",
            description = "A user may not try to sign in until then, after too many failures.")
    record UserLockedOut(UUID userId, Instant until) {}

    @PublishedEvent(
            type = "rems.firm.SessionEnded.v1",
            subject = "session",
            beforeAnswer = true,
            description = "What was given out at a sign-in is worth nothing any more.")
    record Ended(UUID userId, UUID sessionId, String reason) {}

    @Override
    public Message of(SignInEvent event) {
        return switch (event) {
            case SignedIn(var user, var session, var method) ->
                Message.of(session, 1, new UserSignedIn(user, session, method.name()));
            case SignInFailed(var user, var version, var reason) ->
                Message.of(user, version, new Failure(user, reason.name()));
            case LockedOut(var user, var version, var until) ->
                Message.of(user, version, new UserLockedOut(user, until));
            case SessionEnded(var user, var session, var reason) ->
                Message.of(session, 2, new Ended(user, session, reason.name()));
        };
    }
}
