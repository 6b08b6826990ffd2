package io.rems.firm.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where a user is signed in, as far as changes of the user concern it. */
public interface UserSessions {

    /** What makes all that were signed in before sign in again. */
    enum Cause {
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        EMAIL_CHANGED,
        USER_DISABLED
    }

    /**
     * Ends the user's sign-ins, in the open transaction across firms, with the events that tell of it.
     *
     * @param spared the sign-in that goes on, if any: the one in which he asks for it himself
     */
    Mono<Void> end(UUID user, @Nullable UUID spared, Cause cause);
}
