package io.rems.firm.signin.messaging;

import io.rems.firm.signin.SignInMessages;
import io.rems.firm.signin.domain.SignInEvent;
import io.rems.firm.signin.domain.SignInEvent.LockedOut;
import io.rems.firm.signin.domain.SignInEvent.SessionRevoked;
import io.rems.firm.signin.domain.SignInEvent.SignedIn;
import io.rems.platform.events.Message;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The public, versioned form of what happens at sign-in. */
@Component
class SignInEventContract implements SignInMessages {

    record UserSignedIn(UUID userId, UUID sessionId) {}

    record UserLockedOut(UUID userId, Instant until) {}

    record SessionEnded(UUID userId, UUID sessionId, String reason) {}

    @Override
    public Message of(SignInEvent event) {
        return switch (event) {
            case SignedIn(var user, var session) ->
                new Message("rems.firm.UserSignedIn.v1", session, 1, new UserSignedIn(user, session));
            case LockedOut(var user, var version, var until) ->
                new Message("rems.firm.UserLockedOut.v1", user, version, new UserLockedOut(user, until));
            case SessionRevoked(var user, var session) ->
                new Message("rems.firm.SessionEnded.v1", session, 2, new SessionEnded(user, session, "TOKEN_REUSED"));
        };
    }
}
