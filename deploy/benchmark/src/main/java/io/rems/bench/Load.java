package io.rems.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** So many callers at once, each asking again as soon as it is answered. */
record Load(int callers, Duration time) {

    /** @return answers a second */
    double perSecond(Supplier<Mono<Void>> call) {
        var answers = new AtomicLong();
        var begin = System.nanoTime();
        var end = begin + time.toNanos();
        Flux.range(0, callers)
                .flatMap(
                        _ -> Mono.defer(call)
                                .doOnSuccess(_ -> answers.incrementAndGet())
                                .repeat(() -> System.nanoTime() < end),
                        callers)
                .blockLast();
        return answers.get() * 1e9 / (System.nanoTime() - begin);
    }
}
