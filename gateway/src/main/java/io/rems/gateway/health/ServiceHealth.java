package io.rems.gateway.health;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/**
 * How a service looks from the gateway.
 *
 * @param circuit of its route: while it is open, calls are refused at once
 * @param millis until it said whether it is ready; absent where it did not answer
 * @param eventsToPublish that wait in its outbox; absent where it does not say
 * @param eventsToApply of other services that wait for it; absent where it does not say
 */
record ServiceHealth(
        String service,
        Status status,
        CircuitBreaker.State circuit,
        @Nullable Long millis,
        @Nullable Long eventsToPublish,
        @Nullable Long eventsToApply) {

    enum Status {
        UP,
        /** It answers, and says that it is not ready. */
        DOWN,
        UNREACHABLE
    }

    boolean isWell() {
        return status == Status.UP && circuit == CircuitBreaker.State.CLOSED;
    }
}
