package io.rems.local;

import io.rems.embedded.Database;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The whole suite in processes of its own: servers first, then the applications. Used by {@code ./rems up}, and by tests
 * and benchmarks with other ports and another folder; they may also kill and restart single applications.
 */
public final class LocalStack implements AutoCloseable {

    private final StackOptions options;
    private final Progress progress;
    private final StackLock lock;
    private final RunningParts parts;
    private final AppSettings settings;
    private final Servers servers;
    private final Apps apps;
    private final Map<App, AppProcess> running = new ConcurrentHashMap<>();
    private final CompletableFuture<StackFailure> broken = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SideBySide sideBySide;
    private volatile boolean closing;
    private volatile Duration prepared = Duration.ZERO;

    private LocalStack(StackOptions options, Progress progress, StackLock lock) {
        var secrets = new Secrets(options.folder().secrets());
        this.options = options;
        this.progress = progress;
        this.lock = lock;
        this.parts = new RunningParts(options.folder().run());
        this.settings = new AppSettings(options, secrets);
        this.servers = new Servers(options, secrets, parts, progress, true);
        this.apps = new Apps(options, settings, parts, progress);
        this.sideBySide = new SideBySide(options.atOnce(), threads, progress);
    }

    /**
     * Returns when every application is ready.
     *
     * @throws StackFailure if that cannot be; nothing is left running then
     */
    public static LocalStack start(StackOptions options, Progress progress) {
        var stack = open(options, progress);
        stack.start();
        return stack;
    }

    /** Takes the folder's lock, ends what a crash left there, deletes old data if asked; {@link #start()} comes next. */
    static LocalStack open(StackOptions options, Progress progress) {
        var folder = options.folder();
        var lock = StackLock.tryAcquire(folder.lock()).orElseThrow(() -> runsAlready(folder));
        var leftOvers = LeftOvers.stop(folder);
        if (!leftOvers.isEmpty()) {
            progress.say("ended what an earlier start left running: " + String.join(", ", leftOvers));
        }
        if (options.fresh()) {
            folder.deleteData();
        }
        return new LocalStack(options, progress, lock);
    }

    void start() {
        try {
            parts.add(Part.of(RunningParts.LAUNCHER, gateway().toString(), ProcessHandle.current(), launcherMarker()));
            Preflight.portsAreFree(options.ports());
            options.folder().setLogsAside();
            prepareApps();
            step(this::startServers);
            progress.say("starting " + App.names(options.apps()));
            sideBySide.each(options.apps(), this::restart);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** How long it took to prepare what was newly built: no part of the start, because it happens once. */
    Duration prepared() {
        return prepared;
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

    /** Where e-mails go instead of to people. */
    public Path mail() {
        return options.folder().mail();
    }

    /** To the database of an application, past all its rules: for measuring. */
    public Connection connectAsSuperuser(App app) throws SQLException {
        return servers.connectAsSuperuser(app.database());
    }

    /** Where PostgreSQL writes what it has to say. */
    public Path databaseLog() {
        return options.folder().log(StackPorts.POSTGRES);
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

    /** Starts another replica of an application, which nobody is sent to and which shares its work: for measuring. */
    public void startBeside(App app, int port) throws InterruptedException {
        apps.startBeside(app, port);
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

    private void prepareApps() {
        var preparation = new Preparation(options, progress);
        var due = preparation.due();
        if (due.isEmpty()) {
            return;
        }
        var begin = System.nanoTime();
        progress.say("preparing %s (once after a build)".formatted(App.names(due)));
        try {
            step(preparation::startServers);
            sideBySide.each(due, preparation::prepare);
        } finally {
            unlessClosing(preparation::end);
        }
        prepared = Progress.since(begin);
        progress.say("prepared in " + Progress.seconds(prepared));
    }

    /** Starts something, unless all is about to end: closing waits for it. */
    private void step(Runnable start) {
        if (!unlessClosing(start)) {
            throw new StackFailure("Ended before it was ready");
        }
    }

    /** Closing ends everything itself, and two must not do that at once. */
    private synchronized boolean unlessClosing(Runnable action) {
        if (!closing) {
            action.run();
        }
        return !closing;
    }

    private void startServers() {
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

    private static StackFailure runsAlready(StackFolder folder) {
        var launcher = new RunningParts(folder.run()).find(RunningParts.LAUNCHER);
        return new StackFailure(launcher.map(part ->
                        "REMS runs already in %s: %s (process %d). ./rems status shows more, ./rems down ends it."
                                .formatted(folder.home(), part.address(), part.pid()))
                .orElse("REMS is just starting or stopping in " + folder.home() + "; ./rems status shows more."));
    }
}
