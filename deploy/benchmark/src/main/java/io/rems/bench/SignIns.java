package io.rems.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads beside a flood of sign-ins, many more than can be hashed. Both come at fixed times, whether or not what came before
 * is answered: a caller who waits would hide how long others would have waited. Hashes cost what they cost in production.
 */
final class SignIns {

    private static final Duration BETWEEN_READS = Duration.ofMillis(20);
    private static final Duration BETWEEN_SIGN_INS = Duration.ofMillis(10);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int AT_ONCE = 1_000;

    private final Target target;
    private final ConcurrentMap<Integer, LongAdder> signIns = new ConcurrentHashMap<>();

    SignIns(Target target) {
        this.target = target;
    }

    void run(int rounds, Duration time, PrintStream out) {
        var typical = new Comparison("firm-scoped read of firm-service, 50 a second, p50", "ms");
        var slow = new Comparison("firm-scoped read of firm-service, 50 a second, p99", "ms");
        reads(WARM_UP).then().block();
        besideSignIns(WARM_UP);
        signIns.clear();
        for (var round = 0; round < rounds; round++) {
            var alone = reads(time).blockOptional().orElseThrow();
            var beside = besideSignIns(time);
            typical.add("alone", Percentile.of(alone, 50));
            typical.add("beside 100 sign-ins a second", Percentile.of(beside, 50));
            slow.add("alone", Percentile.of(alone, 99));
            slow.add("beside 100 sign-ins a second", Percentile.of(beside, 99));
        }
        typical.print(out);
        slow.print(out);
        out.println("\nSign-ins by status: " + signIns);
    }

    private Collection<Double> besideSignIns(Duration time) {
        var flood = Flux.interval(BETWEEN_SIGN_INS)
                .onBackpressureDrop()
                .flatMap(_ -> target.signInStatus(), AT_ONCE)
                .doOnNext(status ->
                        signIns.computeIfAbsent(status, _ -> new LongAdder()).increment())
                .subscribe();
        try {
            return reads(time).blockOptional().orElseThrow();
        } finally {
            flood.dispose();
        }
    }

    /** Milliseconds from the moment at which each read was due. */
    private Mono<Collection<Double>> reads(Duration time) {
        Queue<Double> taken = new ConcurrentLinkedQueue<>();
        var address = target.throughGateway("/api/v1/firms/" + target.firm());
        return Mono.defer(() -> {
            var begin = System.nanoTime();
            return Flux.interval(BETWEEN_READS)
                    .onBackpressureBuffer()
                    .take(time.dividedBy(BETWEEN_READS))
                    .flatMap(
                            turn -> Target.get(address, target.accessToken())
                                    .doOnSuccess(_ -> taken.add(
                                            (System.nanoTime() - begin) / 1e6 - (turn + 1) * BETWEEN_READS.toMillis())),
                            AT_ONCE)
                    .then(Mono.just(taken));
        });
    }
}
