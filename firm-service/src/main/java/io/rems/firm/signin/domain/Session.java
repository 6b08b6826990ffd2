package io.rems.firm.signin.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One sign-in and the refresh tokens that follow from it: a family, which stands and falls together. */
public sealed interface Session {

    UUID id();

    UUID user();

    /** {@code expiresAt} bounds what is given to it, too: no access token outlives its session. */
    record Open(UUID id, UUID user, Instant expiresAt) implements Session {}

    record Ended(UUID id, UUID user) implements Session {}

    /** What showing a refresh token of this session leads to. */
    sealed interface Renewal {
        /** The token is spent and another takes its place. */
        record Continued(Open session) implements Renewal {}

        /** A spent token was shown: somebody has stolen it or its successor, so the session must end. */
        record Stolen() implements Renewal {}

        record Refused() implements Renewal {}
    }

    /** What is to be told of its end; nothing if it has ended already. */
    default Optional<SignInEvent> end(EndReason reason) {
        return switch (this) {
            case Open(var id, var user, var _) -> Optional.of(new SignInEvent.SessionEnded(user, id, reason));
            case Ended _ -> Optional.empty();
        };
    }

    default Renewal renew(boolean tokenSpent, boolean userActive, Instant now) {
        return switch (this) {
            case Ended _ -> new Renewal.Refused();
            case Open(var _, var _, var expiresAt) when !now.isBefore(expiresAt) -> new Renewal.Refused();
            case Open _ when tokenSpent -> new Renewal.Stolen();
            case Open open -> userActive ? new Renewal.Continued(open) : new Renewal.Refused();
        };
    }
}
