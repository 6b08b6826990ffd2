package io.rems.firm.signin.domain;

import java.time.Instant;
import java.util.UUID;

/** One sign-in and the refresh tokens that follow from it: a family, which stands and falls together. */
public sealed interface Session {

    UUID id();

    UUID user();

    record Open(UUID id, UUID user, Instant expiresAt) implements Session {}

    record Ended(UUID id, UUID user) implements Session {}

    /** What showing a refresh token of this session leads to. */
    enum Renewal {
        /** The token is spent and another takes its place. */
        CONTINUED,
        /** A spent token was shown: somebody has stolen it or its successor, so the session must end. */
        STOLEN,
        REFUSED
    }

    default Renewal renew(boolean tokenSpent, boolean userActive, Instant now) {
        return switch (this) {
            case Ended _ -> Renewal.REFUSED;
            case Open(var _, var _, var expiresAt) when !now.isBefore(expiresAt) -> Renewal.REFUSED;
            case Open _ when tokenSpent -> Renewal.STOLEN;
            case Open _ -> userActive ? Renewal.CONTINUED : Renewal.REFUSED;
        };
    }
}
