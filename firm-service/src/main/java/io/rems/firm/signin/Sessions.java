package io.rems.firm.signin;

import io.rems.firm.signin.domain.EndReason;
import io.rems.firm.signin.domain.RefreshToken;
import io.rems.firm.signin.domain.Session;
import io.rems.firm.signin.domain.SignInMethod;
import io.rems.platform.access.Client;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The sessions and their refresh tokens. */
public interface Sessions {

    Mono<Void> open(Session.Open session, SignInMethod method, Client client, Instant at);

    Mono<Void> addToken(Session session, RefreshToken token, Instant at);

    /** The session of a token, locked until the transaction ends; empty if nobody ever got this token. */
    Mono<Presented> presented(RefreshToken token);

    /** A user's session, locked until the transaction ends; empty if he has none of this id. */
    Mono<Session> ofUser(UUID user, UUID id);

    /** All that are open, locked until the transaction ends. */
    Mono<List<Session>> openOf(UUID user);

    Mono<Page<OwnSignIn>> pageOfOpen(UUID user, Instant now, ListQuery query);

    Mono<Boolean> isOpen(UUID id);

    Mono<Void> spend(RefreshToken token, Session session, Instant at);

    Mono<Void> end(Session session, EndReason reason, Instant at);

    /** Drops some that were over before then, with all their tokens. */
    Mono<Long> dropOverBefore(Instant time);

    record Presented(Session session, boolean tokenSpent, boolean userActive) {}
}
