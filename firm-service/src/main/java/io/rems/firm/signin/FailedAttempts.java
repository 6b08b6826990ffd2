package io.rems.firm.signin;

import io.rems.firm.signin.domain.Attempts;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The failures of each e-mail, also of those that are nobody's. */
public interface FailedAttempts {

    /** Locks them until the transaction ends: attempts at the same moment are judged one after the other. */
    Mono<Attempts> of(String emailKey, Instant now);

    Mono<Void> remember(String emailKey, Attempts attempts);

    Mono<Void> forget(String emailKey);

    /** Drops a few that nobody has added to since then. */
    Mono<Void> dropOlderThan(Instant time);
}
