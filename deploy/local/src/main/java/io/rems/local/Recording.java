package io.rems.local;

import io.rems.embedded.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Makes the AOT cache of an application: one run until it is ready tells which classes a start takes, a second process
 * puts them into the cache. Only a whole cache gets its name, whatever ends half-way.
 */
final class Recording {

    private static final String QUIET = "-Xlog:aot=error";
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final StackOptions options;
    private final RunningParts parts;
    private final Apps apps;

    Recording(StackOptions options, AppSettings settings, RunningParts parts) {
        this.options = options;
        this.parts = parts;
        this.apps = new Apps(options, settings, parts, Progress.silent());
    }

    /** @throws StackFailure if there is no cache afterwards */
    void of(AppImage image) throws InterruptedException {
        var classes = image.folder().resolve("start.aotconf");
        var draft = image.folder().resolve("draft.aot");
        try {
            record(image, classes);
            assemble(image, classes, draft);
            Files.move(draft, image.cache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(classes);
            delete(draft);
        }
    }

    /** The JVM writes down what it loaded when it ends. */
    private void record(AppImage image, Path classes) throws InterruptedException {
        var run = apps.run(image, List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + classes, QUIET));
        run.process().destroy();
        await(run.process());
        if (!Files.exists(classes)) {
            throw run.failure("wrote nothing down");
        }
    }

    private void assemble(AppImage image, Path classes, Path cache) throws InterruptedException {
        var name = image.app().folder();
        var marker = Servers.marker(options.folder());
        var log = options.folder().log(name + "-cache");
        var arguments =
                List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + classes, "-XX:AOTCache=" + cache, QUIET);
        var process = ChildProcess.start(
                image.command(marker, arguments), Map.of(), options.folder().home(), log);
        parts.add(Part.of(name, "", process.toHandle(), marker));
        await(process);
        if (process.exitValue() != 0 || !Files.exists(cache)) {
            throw new AppProcess(image.app(), process, log).failure("got no cache");
        }
    }

    private static void await(Process process) throws InterruptedException {
        try {
            if (process.waitFor(PATIENCE)) {
                return;
            }
            throw new StackFailure("it took more than " + PATIENCE.toSeconds() + " s");
        } finally {
            ChildProcess.kill(process.toHandle());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
