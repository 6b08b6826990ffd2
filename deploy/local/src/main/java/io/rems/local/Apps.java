package io.rems.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Starts applications: makes their image when there is none or an old one, then runs it until it is ready. */
final class Apps {

    private final StackOptions options;
    private final AppSettings settings;
    private final RunningParts parts;
    private final Progress progress;
    private final Readiness readiness = new Readiness();

    Apps(StackOptions options, AppSettings settings, RunningParts parts, Progress progress) {
        this.options = options;
        this.settings = settings;
        this.parts = parts;
        this.progress = progress;
    }

    AppProcess start(App app) throws InterruptedException {
        var image = AppImage.of(app, options);
        prepare(image);
        var begin = System.nanoTime();
        var aot = image.isTrained() ? List.of("-XX:AOTCache=" + image.cache()) : List.<String>of();
        var running = run(image, app.folder(), aot);
        progress.say("%s is ready (%s)".formatted(app.folder(), Progress.seconds(Progress.since(begin))));
        return running;
    }

    private void prepare(AppImage image) throws InterruptedException {
        var begin = System.nanoTime();
        if (!image.isExtracted()) {
            image.extract(options.folder().log(image.app().folder() + "-image"));
        }
        if (options.trained() && !image.isTrained()) {
            progress.say(image.app().folder() + " is newly built: recording a start, once, for quick ones later");
            train(image);
            progress.say(
                    "%s is prepared (%s)".formatted(image.app().folder(), Progress.seconds(Progress.since(begin))));
        }
    }

    /** The JVM writes the cache when the recorded run ends. */
    private void train(AppImage image) throws InterruptedException {
        var draft = image.cache().resolveSibling("draft.aot");
        var training = run(image, image.app().folder() + "-training", List.of("-XX:AOTCacheOutput=" + draft));
        training.stop();
        try {
            if (Files.exists(draft)) {
                Files.move(draft, image.cache());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AppProcess run(AppImage image, String log, List<String> aot) throws InterruptedException {
        var app = image.app();
        var folder = options.folder();
        var marker = Servers.marker(folder);
        var running = AppProcess.start(
                app, image.command(marker, aot), settings.environmentOf(app), folder.home(), folder.log(log));
        var address = "http://localhost:" + options.ports().of(app);
        parts.add(Part.of(app.folder(), address, running.process().toHandle(), marker));
        try {
            running.awaitReady(readiness, address);
            return running;
        } catch (InterruptedException | StackFailure e) {
            running.kill();
            throw e;
        }
    }
}
