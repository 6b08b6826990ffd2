package io.rems.firm.provider;

import io.rems.firm.password.Door;
import io.rems.firm.provider.domain.Proof;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives a portal what it needs to send a user to a provider and to show afterwards that it was the one who did. */
@Component
public class BeginProviderSignIn {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final IdentityProviders providers;
    private final Door door;
    private final Nonces nonces;
    private final Clock clock;

    BeginProviderSignIn(IdentityProviders providers, Door door, Nonces nonces, Clock clock) {
        this.providers = providers;
        this.door = door;
        this.nonces = nonces;
        this.clock = clock;
    }

    /** @param expiresIn in seconds */
    public record Begun(String nonce, Proof proof, long expiresIn) {}

    public Mono<Begun> begin(String providerId) {
        return Mono.fromSupplier(() -> providers.get(providerId)).flatMap(_ -> {
            var proof = Proof.fresh();
            var now = clock.instant();
            return door.acrossFirms(nonces.dropExpired(now).then(nonces.add(proof.nonce(), providerId, now.plus(LIFE))))
                    .thenReturn(new Begun(proof.nonce(), proof, LIFE.toSeconds()));
        });
    }
}
