package io.rems.local;

import io.rems.embedded.ChildProcess;
import io.rems.embedded.Folders;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a build needs once before its first start: the applications unpacked, and a start of each recorded, so that every
 * later one is quick. The recorded starts run on servers of their own, which are thrown away: the stack's data, whether
 * there is any or not, is left alone.
 */
final class Preparation {

    private final StackOptions options;
    private final Progress progress;
    private final RunningParts parts;
    private final AppSettings settings;
    private final Servers servers;
    private final Recording recording;
    private volatile boolean records;

    Preparation(StackOptions stack, Progress progress) {
        this.options = stack.withFolder(stack.folder().preparation()).withPorts(StackPorts.free());
        this.progress = progress;
        var secrets = new Secrets(options.folder().secrets());
        this.parts = new RunningParts(options.folder().run());
        this.settings = new AppSettings(options, secrets);
        this.servers = new Servers(options, secrets, parts, Progress.silent(), false);
        this.recording = new Recording(options, settings, parts);
        this.records = stack.trained();
    }

    /** The applications that are newly built. */
    Set<App> due() {
        return options.apps().stream().filter(this::isDue).collect(Collectors.toSet());
    }

    /** For the recorded starts. Without servers there are none: the stack works all the same, it starts slowly. */
    void startServers() {
        options.folder().deleteData();
        if (records) {
            try {
                servers.start(settings);
            } catch (StackFailure e) {
                records = false;
                progress.say("starts cannot be recorded, so they will be slow: " + e.getMessage());
            }
        }
    }

    void prepare(App app) throws InterruptedException {
        var begin = System.nanoTime();
        var image = AppImage.of(app, options);
        if (!image.isExtracted()) {
            image.extract(options.folder().log(app.folder() + "-unpacking"));
        }
        try {
            if (records) {
                recording.of(image);
            }
            progress.say("%s is prepared (%s)".formatted(app.folder(), Progress.seconds(Progress.since(begin))));
        } catch (StackFailure e) {
            progress.say("%s will start slowly, because no start of it could be recorded: %s. Its log: %s"
                    .formatted(
                            app.folder(),
                            String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                            options.folder().log(app.folder())));
        }
    }

    /** What ran for it ends, at once: nobody needs its data. */
    void end() {
        parts.find(StackPorts.KAFKA).flatMap(Part::process).ifPresent(ChildProcess::kill);
        LeftOvers.end(options.folder());
        Folders.delete(options.folder().data());
    }

    private boolean isDue(App app) {
        var image = AppImage.of(app, options);
        return records ? !image.isTrained() : !image.isExtracted();
    }
}
