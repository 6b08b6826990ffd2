package io.rems.local.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks again until something is so, for a limited time: services tell each other by events, a moment later. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Waiting() {}

    /** @return whether it came true in time */
    static boolean until(Duration limit, BooleanSupplier condition) {
        return forValue(limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    static <T> Optional<T> forValue(Duration limit, Supplier<Optional<T>> source) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var value = source.get();
            if (value.isPresent() || System.nanoTime() > deadline) {
                return value;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }
}
