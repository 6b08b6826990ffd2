package io.rems.firm.signin;

import io.rems.firm.signin.domain.Network;
import io.rems.firm.signin.domain.SlowDownRules;
import io.rems.platform.access.Client;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes a network from which many sign-ins fail wait longer and longer. It counts where the gateway says the call comes
 * from; whoever reaches this service past the gateway is not slowed down, only locked out like anybody else.
 */
@Component
class SlowDown {
    private final Networks networks;
    private final SlowDownRules rules;
    private final Duration kept;

    SlowDown(Networks networks, SignInSettings settings) {
        this.networks = networks;
        this.rules = settings.slowDown().rules();
        this.kept = settings.attemptsKept();
    }

    /** An error while the client has to wait; nothing else is looked at then. */
    Mono<Void> admit(Client client, Instant now) {
        return network(client)
                .flatMap(network -> networks.failuresOf(network, now))
                .map(failures -> failures.waitLeft(rules, now))
                .filter(Duration::isPositive)
                .flatMap(wait -> Mono.error(() -> new TooManyFailures(wait)));
    }

    Mono<Void> failed(Client client, Instant now) {
        return network(client)
                .flatMap(network -> networks.lockedFailuresOf(network, now)
                        .flatMap(failures -> networks.remember(network, failures.oneMore(rules, now))))
                .then(networks.dropOlderThan(now.minus(kept)));
    }

    private static Mono<Network> network(Client client) {
        return Mono.justOrEmpty(client.address()).map(Network::of);
    }
}
