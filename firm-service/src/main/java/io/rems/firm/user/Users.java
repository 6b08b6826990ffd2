package io.rems.firm.user;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The logins, for work across firms: a login belongs to none. */
public interface Users {

    Mono<PortalUser> byId(UUID id);

    Mono<PortalUser> byEmail(String emailKey);

    /** What he must not use as his password: his own names, and those of his firms. */
    Mono<List<String>> wordsOf(PortalUser user);

    /** Locks the user until the transaction ends; fails if there is none. */
    Mono<PortalUser> locked(UUID id);

    /** Adds the user unless the e-mail is somebody's already. @return whether it was added */
    Mono<Boolean> enrol(PortalUser user);

    /** Stores the next version. Fails if the user was changed meanwhile, or if the new e-mail is not free. */
    Mono<PortalUser> change(PortalUser user);

    /** What a disabled user becomes again. */
    Mono<UserStatus> statusBeforeDisabling(UUID id);

    /** Locks the platform administrators who can sign in, so that none of them goes meanwhile. @return how many */
    Mono<Integer> lockAdministrators();

    Mono<Void> setPassword(UUID user, String hash, Instant at);

    /** From now on no password fits. */
    Mono<Void> clearPassword(UUID user);
}
