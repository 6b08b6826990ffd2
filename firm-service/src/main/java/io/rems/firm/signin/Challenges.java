package io.rems.firm.signin;

import io.rems.firm.signin.domain.Challenge;
import io.rems.firm.signin.domain.Challenge.Purpose;
import io.rems.firm.signin.domain.SignInMethod;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The challenges that wait for their answer. */
public interface Challenges {

    /** @param method of the session that the answer begins */
    Mono<Void> add(Challenge challenge, UUID user, Purpose purpose, SignInMethod method, Instant expiresAt);

    /** Whose it is, locked until the transaction ends; empty if it is over, of another purpose, or never was. */
    Mono<UUID> userOf(Challenge challenge, Purpose purpose, Instant now);

    /** @return the method of the session that begins now */
    Mono<SignInMethod> remove(Challenge challenge);

    /** Drops a few that are over. */
    Mono<Void> dropExpired(Instant now);
}
