package io.rems.local;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The same work on several applications, a few at a time, with a word now and then for whoever waits. */
record SideBySide(int atOnce, ExecutorService threads, Progress progress) {

    private static final int SECONDS_OF_SILENCE = 5;

    @FunctionalInterface
    interface Work {

        void on(App app) throws InterruptedException;
    }

    /** @throws StackFailure of the first that fails; the others go on until the threads are told to end */
    void each(Set<App> apps, Work work) {
        var turn = new Semaphore(atOnce);
        var ends = new ExecutorCompletionService<App>(threads);
        var waiting = new TreeSet<>(apps);
        for (var app : new TreeSet<>(apps)) {
            ends.submit(() -> {
                turn.acquire();
                try {
                    work.on(app);
                } finally {
                    turn.release();
                }
                return app;
            });
        }
        while (!waiting.isEmpty()) {
            next(ends).ifPresentOrElse(waiting::remove, () -> progress.say("waiting for " + App.names(waiting)));
        }
    }

    /** The next application that is through, or nothing for a while. */
    private static Optional<App> next(CompletionService<App> ends) {
        try {
            var end = ends.poll(SECONDS_OF_SILENCE, TimeUnit.SECONDS);
            return end == null ? Optional.empty() : Optional.of(end.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : new StackFailure("" + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted", e);
        }
    }
}
