package io.rems.platform.work;

import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.Transactions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the declared {@link DueWork} while the application runs. */
public final class DueWorkRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DueWorkRunner.class);

    private final List<DueWork> works;
    private final Transactions transactions;
    private final Actor actor;
    private @Nullable Disposable running;

    DueWorkRunner(List<DueWork> works, Transactions transactions, Actor actor) {
        this.works = works;
        this.transactions = transactions;
        this.actor = actor;
    }

    /** Does once what is due now. One piece that fails is logged, stays due, and does not stop the others. */
    public Mono<Void> runOnce(DueWork work) {
        return transactions
                .acrossFirms(work.find())
                .flatMapIterable(due -> due)
                .concatMap(due -> one(work, due))
                .then();
    }

    @Override
    public synchronized void start() {
        running = Flux.fromIterable(works)
                .flatMap(work -> Flux.interval(work.every())
                        .onBackpressureDrop()
                        .concatMap(_ -> runOnce(work).onErrorResume(error -> failed(work, error)), 1))
                .subscribe();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    private Mono<Void> one(DueWork work, Due due) {
        return Mono.defer(() -> work.each().apply(due))
                .contextWrite(context -> CurrentCaller.with(context, Caller.acting(actor, due.firm())))
                .onErrorResume(error -> failed(work, error));
    }

    private static Mono<Void> failed(DueWork work, Throwable error) {
        log.warn("{} could not be done now and stays due", work.name(), error);
        return Mono.empty();
    }
}
