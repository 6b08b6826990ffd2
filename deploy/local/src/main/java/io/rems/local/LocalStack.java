package io.rems.local;

import io.rems.embedded.Database;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The whole suite in processes of its own: servers first, then the applications. Used by {@code ./rems up}, and by tests
 * and benchmarks with other ports and another folder; they may also kill and restart single applications.
 */
public final class LocalStack implements AutoCloseable {

    private static final int SECONDS_OF_SILENCE = 5;

    private final StackOptions options;
    private final Progress progress;
    private final StackLock lock;
    private final RunningParts parts;
    private final AppSettings settings;
    private final Servers servers;
    private final Apps apps;
    private final Map<App, AppProcess> running = new ConcurrentHashMap<>();
    private final CompletableFuture<StackFailure> broken = new CompletableFuture<>();
    private volatile boolean closing;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private LocalStack(StackOptions options, Progress progress, StackLock lock) {
        var secrets = new Secrets(options.folder().secrets());
        this.options = options;
        this.progress = progress;
        this.lock = lock;
        this.parts = new RunningParts(options.folder().run());
        this.settings = new AppSettings(options, secrets);
        this.servers = new Servers(options, secrets, parts, progress);
        this.apps = new Apps(options, settings, parts, progress);
    }

    /**
     * Returns when every application is ready.
     *
     * @throws StackFailure if that cannot be; nothing is left running then
     */
    public static LocalStack start(StackOptions options, Progress progress) {
        var stack = prepare(options, false, progress);
        stack.start();
        return stack;
    }

    /** Takes the folder's lock, ends what a crash left there, deletes old data if asked; {@link #start()} comes next. */
    static LocalStack prepare(StackOptions options, boolean fresh, Progress progress) {
        var folder = options.folder();
        var lock = StackLock.tryAcquire(folder.lock()).orElseThrow(() -> runsAlready(folder));
        var leftOvers = LeftOvers.stop(folder);
        if (!leftOvers.isEmpty()) {
            progress.say("ended what an earlier start left running: " + String.join(", ", leftOvers));
        }
        if (fresh) {
            folder.deleteData();
        }
        return new LocalStack(options, progress, lock);
    }

    void start() {
        try {
            Preflight.portsAreFree(options.ports());
            startServers();
            startApps();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    public URI gateway() {
        return address(App.GATEWAY);
    }

    public URI address(App app) {
        return URI.create("http://localhost:" + options.ports().of(app));
    }

    public String kafkaBootstrap() {
        return "127.0.0.1:" + options.ports().kafka();
    }

    /** The database of an application with the passwords of its roles. */
    public Database database(App app) {
        return settings.database(app);
    }

    public Path log(App app) {
        return options.folder().log(app.folder());
    }

    /** The application's process, for measuring. */
    public ProcessHandle process(App app) {
        var process = running.get(app);
        if (process == null) {
            throw new IllegalStateException(app.folder() + " does not run");
        }
        return process.process().toHandle();
    }

    /** SIGKILL: what a crash looks like. */
    public void kill(App app) {
        forget(app).kill();
    }

    public void stop(App app) {
        forget(app).stop();
    }

    /** Starts one that was stopped or killed and returns when it is ready. */
    public void restart(App app) throws InterruptedException {
        remember(apps.start(app));
    }

    /** Memory of all parts in KiB. */
    public long memory() {
        return parts.all().stream()
                .flatMap(part -> part.process().stream())
                .mapToLong(Memory::of)
                .sum();
    }

    /** Waits until a part ends that nobody told to end. */
    StackFailure awaitBroken() throws InterruptedException {
        try {
            return broken.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops everything: applications, then the broker, then the database. Waits for a start that is under way. */
    @Override
    public void close() {
        closing = true;
        threads.shutdownNow();
        synchronized (this) {
            if (isOpen()) {
                threads.close();
                LeftOvers.stop(options.folder());
                lock.close();
            }
        }
    }

    boolean isOpen() {
        return lock.isHeld();
    }

    /** Tells other processes that the start is over. */
    void markReady() {
        parts.add(Part.of(RunningParts.READY, gateway().toString(), ProcessHandle.current(), launcherMarker()));
    }

    private synchronized void startServers() {
        parts.add(Part.of(RunningParts.LAUNCHER, gateway().toString(), ProcessHandle.current(), launcherMarker()));
        progress.say("starting PostgreSQL and Kafka");
        servers.start(settings);
        for (var name : List.of(StackPorts.POSTGRES, StackPorts.KAFKA)) {
            parts.find(name)
                    .flatMap(Part::process)
                    .ifPresent(process -> process.onExit()
                            .thenRun(() -> tell(new StackFailure("%s has ended by itself. Its log: %s"
                                    .formatted(name, options.folder().log(name))))));
        }
    }

    private void startApps() {
        progress.say("starting " + names(options.apps()));
        var turn = new Semaphore(options.atOnce());
        var starts = new ExecutorCompletionService<App>(threads);
        var waiting = new TreeSet<>(options.apps());
        for (var app : new TreeSet<>(options.apps())) {
            starts.submit(() -> {
                turn.acquire();
                try {
                    restart(app);
                } finally {
                    turn.release();
                }
                return app;
            });
        }
        while (!waiting.isEmpty()) {
            next(starts).ifPresentOrElse(waiting::remove, () -> progress.say("waiting for " + names(waiting)));
        }
    }

    /** The next application that is ready, or nothing for a while. */
    private static Optional<App> next(CompletionService<App> starts) {
        try {
            var start = starts.poll(SECONDS_OF_SILENCE, TimeUnit.SECONDS);
            return start == null ? Optional.empty() : Optional.of(start.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : new StackFailure("" + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted", e);
        }
    }

    private void remember(AppProcess process) {
        running.put(process.app(), process);
        process.process().onExit().thenRun(() -> {
            if (running.remove(process.app(), process)) {
                tell(process.failure("has ended by itself with exit code "
                        + process.process().exitValue()));
            }
        });
    }

    private void tell(StackFailure failure) {
        if (!closing) {
            broken.complete(failure);
        }
    }

    private AppProcess forget(App app) {
        var process = running.remove(app);
        if (process == null) {
            throw new IllegalStateException(app.folder() + " does not run");
        }
        return process;
    }

    /** Only ./rems starts with it: a test that runs a stack is not for ./rems down to end. */
    private String launcherMarker() {
        return Rems.marker(options.root());
    }

    private static String names(Collection<App> apps) {
        return apps.stream().map(App::folder).collect(Collectors.joining(", "));
    }

    private static StackFailure runsAlready(StackFolder folder) {
        var launcher = new RunningParts(folder.run()).find(RunningParts.LAUNCHER);
        return new StackFailure(launcher.map(part ->
                        "REMS runs already in %s: %s (process %d). ./rems status shows more, ./rems down ends it."
                                .formatted(folder.home(), part.address(), part.pid()))
                .orElse("REMS is just starting or stopping in " + folder.home() + "; ./rems status shows more."));
    }
}
