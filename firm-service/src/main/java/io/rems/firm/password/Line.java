package io.rems.firm.password;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rems.platform.database.DatabaseSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;
import reactor.util.context.Context;

/**
 * Where everybody waits whose password is to be judged, before he costs anything else: neither a connection nor a hash.
 * Few have their turn at once, never more than half of the connections across firms, for the gateway's look-ups and the
 * relay of events use the same.
 */
@Component
public class Line implements DisposableBean {
    private final InstrumentedPool<Turn> turns;
    private final Duration longestWait;

    Line(HashingSettings hashing, DatabaseSettings database, MeterRegistry meters) {
        int atOnce = Math.min(hashing.workers() + 1, Math.max(1, database.workerPoolSize() / 2));
        this.longestWait = hashing.longestWait();
        this.turns = PoolBuilder.from(Mono.fromSupplier(Turn::new))
                .sizeBetween(0, atOnce)
                .maxPendingAcquire(hashing.queue())
                .buildPool();
        Gauge.builder("rems.sign.in.line", turns.metrics(), InstrumentedPool.PoolMetrics::acquiredSize)
                .tag("state", "served")
                .register(meters);
        Gauge.builder("rems.sign.in.line", turns.metrics(), InstrumentedPool.PoolMetrics::pendingAcquireSize)
                .tag("state", "waiting")
                .register(meters);
    }

    /**
     * Does the work when its turn comes. Whoever finds the line full is refused at once, with 429, and whose turn does
     * not come soon is too; whoever goes away while he waits leaves it. Work that takes a turn must not wait for another.
     */
    public <T> Mono<T> turn(Mono<T> work) {
        return Flux.usingWhen(
                        turns.acquire(longestWait),
                        taken -> taken.poolable().used(work),
                        PooledRef::release,
                        (taken, _) -> taken.release(),
                        taken -> taken.poolable().end().then(taken.release()))
                .singleOrEmpty()
                .onErrorMap(Line::turnedAway, _ -> new TooManySignIns());
    }

    private static boolean turnedAway(Throwable error) {
        return error instanceof PoolAcquirePendingLimitException || error instanceof PoolAcquireTimeoutException;
    }

    @Override
    public void destroy() {
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
