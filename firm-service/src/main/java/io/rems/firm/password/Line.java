package io.rems.firm.password;

import io.micrometer.core.instrument.MeterRegistry;
import io.rems.platform.database.DatabaseSettings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Where everybody waits whose password is to be judged, before he costs anything else: neither a connection nor a hash.
 * Few have their turn at once, never more than half of the connections across firms, for the gateway's look-ups and the
 * relay of events use the same.
 */
@Component
public class Line implements DisposableBean {
    private final Turns turns;

    Line(HashingSettings hashing, DatabaseSettings database, MeterRegistry meters) {
        int atOnce = Math.min(hashing.workers() + 1, Math.max(1, database.workerPoolSize() / 2));
        this.turns = new Turns(atOnce, hashing.queue(), hashing.longestWait()).measuredAs("rems.sign.in.line", meters);
    }

    /**
     * Does the work when its turn comes. Whoever finds the line full is refused at once, with 429, and whose turn does
     * not come soon is too; whoever goes away while he waits leaves it. Work that takes a turn must not wait for another.
     */
    public <T> Mono<T> turn(Mono<T> work) {
        return turns.turn(work);
    }

    @Override
    public void destroy() {
        turns.dispose();
    }
}
