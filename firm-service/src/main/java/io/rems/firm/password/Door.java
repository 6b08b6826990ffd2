package io.rems.firm.password;

import io.micrometer.core.instrument.MeterRegistry;
import io.rems.platform.database.DatabaseSettings;
import io.rems.platform.database.Transactions;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The way to the database for what anybody may ask without a token, where no password is judged: a new pair of tokens, a
 * code, a link from a mail, a provider's word. It costs no hash but a connection across firms, and a flood of it would take
 * all of those from the gateway's look-ups. So few come in at once, beside those in the line; the others wait in front.
 */
@Component
public class Door implements DisposableBean {
    /** Each takes a few milliseconds, so many may wait. */
    private static final int QUEUE = 256;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Turns turns;

    Door(Transactions transactions, DatabaseSettings database, MeterRegistry meters) {
        this.transactions = transactions;
        this.turns = new Turns(Math.max(1, database.workerPoolSize() / 3), QUEUE, LONGEST_WAIT)
                .measuredAs("rems.sign.in.door", meters);
    }

    /** A transaction across firms, once there is room for it; 429 where too many wait, and then nothing was begun. */
    public <T> Mono<T> acrossFirms(Mono<T> work) {
        return turns.turn(transactions.acrossFirms(work));
    }

    @Override
    public void destroy() {
        turns.dispose();
    }
}
