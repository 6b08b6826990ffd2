package io.rems.gateway.health;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a service looks from the gateway. */
record ServiceHealth(
        String service,
        Status status,

        @Schema(description = "Of its route: while it is OPEN, calls are refused at once")
        CircuitBreaker.State circuit,

        @Nullable
        @Schema(description = "Milliseconds until it said whether it is ready; absent where it did not answer")
        Long millis,

        @Nullable @Schema(description = "Events that wait in its outbox; absent where it does not say")
        Long eventsToPublish,

        @Nullable @Schema(description = "Events of other services that wait for it; absent where it does not say")
        Long eventsToApply) {

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
