package io.rems.firm.provider;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** The nonces that were given out and not yet used. */
public interface Nonces {

    Mono<Void> add(String nonce, String provider, Instant expiresAt);

    /** Takes the nonce out of the world. @return whether it was good until now */
    Mono<Boolean> spend(String nonce, String provider, Instant now);

    Mono<Void> dropExpired(Instant now);
}
