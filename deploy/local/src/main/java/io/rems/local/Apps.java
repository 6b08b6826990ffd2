package io.rems.local;

import java.util.ArrayList;
import java.util.List;

/** Runs applications until they are ready. */
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
        var begin = System.nanoTime();
        var image = AppImage.of(app, options);
        var quickly = options.trained() && image.isTrained();
        var running = run(image, quickly ? List.of("-XX:AOTCache=" + image.cache()) : List.of());
        progress.say("%s is ready (%s)".formatted(app.folder(), Progress.seconds(Progress.since(begin))));
        return running;
    }

    /** Another replica, on this port and with a log of its own; it ends with the stack. */
    AppProcess startBeside(App app, int port) throws InterruptedException {
        var folder = options.folder();
        var marker = Servers.marker(folder);
        var name = app.folder() + "-" + port;
        var command = new ArrayList<>(AppImage.of(app, options).command(marker, List.of()));
        command.add("--server.port=" + port);
        var running = AppProcess.start(app, command, settings.environmentOf(app), folder.home(), folder.log(name));
        var address = "http://localhost:" + port;
        parts.add(Part.of(name, address, running.process().toHandle(), marker));
        running.awaitReady(readiness, address);
        return running;
    }

    /** Returns when it is ready; nothing runs on if it fails. */
    AppProcess run(AppImage image, List<String> jvmArguments) throws InterruptedException {
        var app = image.app();
        var folder = options.folder();
        var marker = Servers.marker(folder);
        var running = AppProcess.start(
                app,
                image.command(marker, jvmArguments),
                settings.environmentOf(app),
                folder.home(),
                folder.log(app.folder()));
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
