package io.rems.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Flux;

/**
 * Reads beside a flood of sign-ins, many more than can be hashed. Both come at fixed times, whether or not what came before
 * is answered: a caller who waits would hide how long others would have waited. Hashes cost what they cost in production.
 */
final class SignIns {

    private static final Duration BETWEEN_SIGN_INS = Duration.ofMillis(10);
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    /** Few of the flood get through, and until the compiler has seen enough of them it takes the time of others. */
    private static final Duration WARM_UP_BESIDE = Duration.ofSeconds(90);

    /** Cold applications are asked for no more than they can answer. */
    private static final int WARMING = 8;

    private static final int AT_ONCE = 1_000;
    private static final String ALONE = "alone";
    private static final String BESIDE = "beside 100 sign-ins a second";

    private final Target target;
    private final Map<String, String> reads;
    private final Map<String, Comparison> comparisons = new LinkedHashMap<>();
    private final ConcurrentMap<Integer, LongAdder> readsByStatus = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, LongAdder> signInsByStatus = new ConcurrentHashMap<>();

    SignIns(Target target) {
        this.target = target;
        this.reads = Map.of(
                "`GET /me`", target.throughGateway("/api/v1/me"),
                "an owner by key", target.throughGateway("/api/v1/owners/" + newOwner()));
    }

    void run(int rounds, Duration time, PrintStream out) {
        reads.values()
                .forEach(address -> new Load(WARMING, WARM_UP)
                        .perSecond(() ->
                                Target.status(address, target.accessToken()).then()));
        besideSignIns(WARM_UP_BESIDE);
        readsByStatus.clear();
        signInsByStatus.clear();
        for (var round = 0; round < rounds; round++) {
            add(ALONE, paced(time));
            add(BESIDE, besideSignIns(time));
        }
        comparisons.values().forEach(comparison -> comparison.print(out));
        out.println("\nReads by status: " + readsByStatus + "; sign-ins by status: " + signInsByStatus + "; load: "
                + Machine.load());
    }

    private void add(String way, Map<String, Collection<Double>> taken) {
        taken.forEach((read, millis) -> {
            for (var percent : new int[] {50, 99}) {
                comparisons
                        .computeIfAbsent(
                                "%s through the gateway, %d a second, p%d"
                                        .formatted(read, PacedReads.A_SECOND, percent),
                                title -> new Comparison(title, "ms"))
                        .add(way, Percentile.of(millis, percent));
            }
        });
    }

    private Map<String, Collection<Double>> besideSignIns(Duration time) {
        var flood = Flux.interval(BETWEEN_SIGN_INS)
                .onBackpressureDrop()
                .flatMap(_ -> target.signInStatus(), AT_ONCE)
                .doOnNext(status -> count(signInsByStatus, status))
                .subscribe();
        try {
            return paced(time);
        } finally {
            flood.dispose();
        }
    }

    private Map<String, Collection<Double>> paced(Duration time) {
        return new PacedReads(reads, target.accessToken(), status -> count(readsByStatus, status)).during(time);
    }

    private static void count(ConcurrentMap<Integer, LongAdder> byStatus, int status) {
        byStatus.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }

    private UUID newOwner() {
        return Target.id(Target.post(
                target.throughGateway("/api/v1/owners"),
                target.accessToken(),
                Map.of("name", "Noor Al-Salem", "type", "INDIVIDUAL", "language", "en")));
    }
}
