package io.rems.firm.password;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;
import reactor.util.context.Context;

/** A few are served at once, some wait, and one more is turned away with 429. */
final class Turns {
    private final InstrumentedPool<Turn> turns;
    private final Duration longestWait;

    Turns(int atOnce, int queue, Duration longestWait) {
        this.longestWait = longestWait;
        this.turns = PoolBuilder.from(Mono.fromSupplier(Turn::new))
                .sizeBetween(0, atOnce)
                .maxPendingAcquire(queue)
                .buildPool();
    }

    Turns measuredAs(String name, MeterRegistry meters) {
        Gauge.builder(name, turns.metrics(), InstrumentedPool.PoolMetrics::acquiredSize)
                .tag("state", "served")
                .register(meters);
        Gauge.builder(name, turns.metrics(), InstrumentedPool.PoolMetrics::pendingAcquireSize)
                .tag("state", "waiting")
                .register(meters);
        return this;
    }

    /**
     * Does the work when its turn comes. Whoever finds the line full is refused at once, and whose turn does not come soon
     * is too; whoever goes away while he waits leaves it. Work that takes a turn must not wait for another.
     */
    <T> Mono<T> turn(Mono<T> work) {
        return Flux.usingWhen(
                        turns.acquire(longestWait),
                        taken -> taken.poolable().used(work),
                        PooledRef::release,
                        (taken, _) -> taken.release(),
                        taken -> taken.poolable().end().then(taken.release()))
                .singleOrEmpty()
                .onErrorMap(Turns::turnedAway, _ -> new TooManySignIns());
    }

    private static boolean turnedAway(Throwable error) {
        return error instanceof PoolAcquirePendingLimitException || error instanceof PoolAcquireTimeoutException;
    }

    void dispose() {
        turns.dispose();
    }

    /** Lasts until its work has ended, even if whoever asked has gone: his transaction and his hash go on, too. */
    private static final class Turn {
        private volatile CompletableFuture<?> work = CompletableFuture.completedFuture(null);

        <T> Mono<T> used(Mono<T> wanted) {
            return Mono.deferContextual(context -> {
                var running = wanted.contextWrite(Context.of(context)).toFuture();
                work = running;
                return Mono.fromFuture(running, true);
            });
        }

        Mono<Void> end() {
            return Mono.fromFuture(work, true).onErrorComplete().then();
        }
    }
}
