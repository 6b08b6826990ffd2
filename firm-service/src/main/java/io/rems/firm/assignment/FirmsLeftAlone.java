package io.rems.firm.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The firms that would have no administrator left, or none who stays, if a user could not sign in any more. */
public interface FirmsLeftAlone {

    /** One of those firms; closed ones need none. */
    record Alone(UUID id, String name) {}

    /** Asked under the user's lock; locks the administrators of his firms until the transaction ends. */
    Mono<List<Alone>> without(UUID user, Instant at);
}
