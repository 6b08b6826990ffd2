package io.rems.firm.signin;

import io.rems.firm.signin.domain.Challenge;
import io.rems.firm.signin.domain.Challenge.Purpose;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The challenges that wait for their answer. */
public interface Challenges {

    Mono<Void> add(Challenge challenge, UUID user, Purpose purpose, Instant expiresAt);

    /** Whose it is, locked until the transaction ends; empty if it is over, of another purpose, or never was. */
    Mono<UUID> userOf(Challenge challenge, Purpose purpose, Instant now);

    Mono<Void> remove(Challenge challenge);

    /** Drops a few that are over. */
    Mono<Void> dropExpired(Instant now);
}
