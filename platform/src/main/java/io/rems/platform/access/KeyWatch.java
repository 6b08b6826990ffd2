package io.rems.platform.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Reads the keys again and again. A mounted secret is exchanged by a symbolic link, of which file system events tell
 * nothing reliable, and reading some small files costs nothing.
 */
final class KeyWatch implements SmartLifecycle {
    private final KeyRing keys;
    private final Duration every;
    private @Nullable Disposable running;

    KeyWatch(KeyRing keys, Duration every) {
        this.keys = keys;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(every, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .doOnNext(_ -> keys.read())
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
}
