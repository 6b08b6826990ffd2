package io.rems.firm.signin;

import io.rems.firm.signin.domain.RefreshToken;
import io.rems.firm.signin.domain.Session;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The sessions and their refresh tokens. */
public interface Sessions {

    Mono<Void> open(Session.Open session, Instant at);

    Mono<Void> addToken(Session session, RefreshToken token, Instant at);

    /** The session of a token, locked until the transaction ends; empty if nobody ever got this token. */
    Mono<Presented> presented(RefreshToken token);

    Mono<Void> spend(RefreshToken token, Instant at);

    Mono<Void> end(Session session, Instant at);

    record Presented(Session session, boolean tokenSpent, boolean userActive) {}
}
