package io.rems.firm.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The tokens that were given out; for work across firms. One that is refused fails with {@link TokenRefusal}. */
public interface OneTimeTokens {

    /** Replaces the user's earlier token of this purpose, spent or not. */
    Mono<Secret> issue(UUID user, Purpose purpose, @Nullable String email, Instant now, Instant expiresAt);

    /** Looks whether it would be taken, so that no slow work is done for a token that would not. */
    Mono<OneTimeToken> check(Secret secret, Purpose purpose, Instant now);

    /** Spends it. Of several at once one succeeds; the others wait for its transaction, and are refused. */
    Mono<OneTimeToken> take(Secret secret, Purpose purpose, Instant now);

    /** The last one that was given out for this purpose, if any; empty too when all were revoked. */
    Mono<OneTimeToken> last(UUID user, Purpose purpose);

    Mono<Void> revoke(UUID user, Purpose purpose);

    /** None of the user's tokens is good any more. */
    Mono<Void> revokeAll(UUID user);
}
