package io.rems.firm.signin;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells all refusals after the same time. What is looked up, hashed and written differs a little between an e-mail that is
 * nobody's, a locked account and a hash with older parameters; who asks often enough could measure it.
 */
@Component
class EvenRefusals {
    private final Duration after;

    EvenRefusals(SignInSettings settings) {
        this.after = settings.refusalAfter();
    }

    <T> Mono<T> of(Mono<T> work) {
        return Mono.defer(() -> {
            long asked = System.nanoTime();
            return work.onErrorResume(SignInRefused.class, refusal -> {
                var left = after.minusNanos(System.nanoTime() - asked);
                return Mono.delay(left.isPositive() ? left : Duration.ZERO).then(Mono.error(refusal));
            });
        });
    }
}
