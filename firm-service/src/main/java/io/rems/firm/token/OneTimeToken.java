package io.rems.firm.token;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept, without its secret.
 *
 * @param email the address that is to become the user's, where that is the purpose
 */
public record OneTimeToken(UUID user, @Nullable String email, Instant issuedAt, Instant expiresAt, boolean spent) {

    Optional<TokenRefusal> refusal(Instant now) {
        if (spent) {
            return Optional.of(TokenRefusal.TOKEN_SPENT);
        }
        return now.isBefore(expiresAt) ? Optional.empty() : Optional.of(TokenRefusal.TOKEN_EXPIRED);
    }
}
