package io.rems.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Several reads, each asked for at fixed times, as by people who do not know of each other.
 *
 * @param addresses by what they are called
 * @param statuses is told how each was answered
 */
record PacedReads(Map<String, String> addresses, String token, IntConsumer statuses) {

    static final int A_SECOND = 25;

    private static final Duration BETWEEN = Duration.ofSeconds(1).dividedBy(A_SECOND);
    private static final int AT_ONCE = 1_000;

    /** Milliseconds from the moment at which each was due to its answer, whatever that was. */
    Map<String, Collection<Double>> during(Duration time) {
        Map<String, Collection<Double>> taken = new ConcurrentHashMap<>();
        addresses.keySet().forEach(name -> taken.put(name, new ConcurrentLinkedQueue<>()));
        Flux.fromIterable(addresses.entrySet())
                .flatMap(read -> paced(read.getValue(), Objects.requireNonNull(taken.get(read.getKey())), time))
                .blockLast();
        return taken;
    }

    private Mono<Void> paced(String address, Collection<Double> taken, Duration time) {
        return Mono.defer(() -> {
            var begin = System.nanoTime();
            return Flux.interval(BETWEEN)
                    .onBackpressureBuffer()
                    .take(time.dividedBy(BETWEEN))
                    .flatMap(
                            turn -> Target.status(address, token).doOnNext(status -> {
                                taken.add((System.nanoTime() - begin) / 1e6 - (turn + 1) * BETWEEN.toMillis());
                                statuses.accept(status);
                            }),
                            AT_ONCE)
                    .then();
        });
    }
}
