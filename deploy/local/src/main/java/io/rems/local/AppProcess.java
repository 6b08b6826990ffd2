package io.rems.local;

import io.rems.embedded.ChildProcess;
import io.rems.embedded.LogTail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A running application. */
record AppProcess(App app, Process process, Path log) {

    private static final Duration UNTIL_READY = Duration.ofSeconds(180);
    private static final int POLL_MILLIS = 100;

    static AppProcess start(App app, List<String> command, Map<String, String> environment, Path folder, Path log) {
        return new AppProcess(app, ChildProcess.start(command, environment, folder, log), log);
    }

    /** @throws StackFailure if it ends before, or takes too long */
    void awaitReady(Readiness readiness, String address) throws InterruptedException {
        var begin = System.nanoTime();
        while (!readiness.of(address)) {
            if (process.waitFor(Duration.ofMillis(POLL_MILLIS))) {
                throw failure("did not come up: it ended with exit code " + process.exitValue());
            }
            if (Progress.since(begin).compareTo(UNTIL_READY) > 0) {
                throw failure("was not ready after " + UNTIL_READY.toSeconds() + " s");
            }
        }
    }

    void stop() {
        ChildProcess.stop(process.toHandle(), LeftOvers.PATIENCE);
    }

    void kill() {
        ChildProcess.kill(process.toHandle());
    }

    StackFailure failure(String what) {
        return new StackFailure(
                "%s %s. The end of its log:\n\n  %s\n\nThe whole log: %s\nIf the local data is the cause, ./rems up --fresh begins anew (and deletes it)."
                        .formatted(app.folder(), what, String.join("\n  ", LogTail.causes(log, 15)), log));
    }
}
