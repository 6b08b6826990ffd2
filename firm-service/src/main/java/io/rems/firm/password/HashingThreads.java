package io.rems.firm.password;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that rest after each hash, by what it took, so that they work no more than their share of the time: a flood of
 * sign-ins leaves the rest to everything else, and whoever signs in alone does not notice. What finds no place in the
 * queue is rejected.
 */
final class HashingThreads extends ThreadPoolExecutor {
    private static final int IDLE_SECONDS = 60;

    private final ThreadLocal<Long> begun = new ThreadLocal<>();
    private final double restPerWork;

    HashingThreads(HashingSettings settings) {
        super(
                settings.workers(),
                settings.workers(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(Math.max(1, settings.queue())),
                Thread.ofPlatform().name("argon2-", 1).daemon().factory());
        allowCoreThreadTimeOut(true);
        this.restPerWork = 1 / settings.share() - 1;
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable hash) {
        begun.set(System.nanoTime());
    }

    /** The hash has been handed on by now. */
    @Override
    protected void afterExecute(Runnable hash, @Nullable Throwable failure) {
        var ended = System.nanoTime();
        var rest = (long) ((ended - begun.get()) * restPerWork);
        for (var left = rest; left > 0 && !isShutdown(); left = rest - (System.nanoTime() - ended)) {
            LockSupport.parkNanos(left);
        }
    }
}
