package io.rems.firm.signin;

import io.rems.firm.signin.domain.Network;
import io.rems.firm.signin.domain.NetworkFailures;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The failures of each network from which sign-ins are tried. */
public interface Networks {

    Mono<NetworkFailures> failuresOf(Network network, Instant now);

    /** Locks them until the transaction ends: failures at the same moment are all counted. */
    Mono<NetworkFailures> lockedFailuresOf(Network network, Instant now);

    Mono<Void> remember(Network network, NetworkFailures failures);

    /** Drops a few that nothing has been added to since then. */
    Mono<Void> dropOlderThan(Instant time);
}
