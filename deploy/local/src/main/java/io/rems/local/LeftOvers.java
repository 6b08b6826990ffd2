package io.rems.local;

import io.rems.embedded.ChildProcess;
import io.rems.embedded.Folders;
import io.rems.embedded.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Ends what a launcher that was killed left running. Only for who holds the lock. */
final class LeftOvers {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private LeftOvers() {}

    /** @return the names of the parts that still ran */
    static List<String> stop(StackFolder folder) {
        var preparation = folder.preparation();
        var stopped = end(preparation);
        Folders.delete(preparation.data());
        stopped.addAll(end(folder));
        return stopped;
    }

    /** The same without what a preparation left. */
    static List<String> end(StackFolder folder) {
        var parts = new RunningParts(folder.run());
        var alive = new LinkedHashMap<Part, ProcessHandle>();
        for (var part : parts.all()) {
            part.process().ifPresent(process -> alive.put(part, process));
        }
        // Applications end side by side; what they need ends after them, one by one.
        alive.forEach((part, process) -> {
            if (isApp(part)) {
                process.destroy();
            }
        });
        var stopped = new ArrayList<String>();
        alive.forEach((part, process) -> {
            stop(part, process);
            stopped.add(part.name());
        });
        parts.all().forEach(part -> parts.remove(part.name()));
        // Killed before it was written down: the data folder itself tells which server uses it.
        PostgresServer.processOf(folder.postgresData()).ifPresent(process -> {
            PostgresServer.stop(process);
            stopped.add(StackPorts.POSTGRES);
        });
        parts.remove(RunningParts.READY);
        parts.remove(RunningParts.LAUNCHER);
        return stopped;
    }

    private static void stop(Part part, ProcessHandle process) {
        if (part.name().equals(StackPorts.POSTGRES)) {
            PostgresServer.stop(process);
        } else {
            ChildProcess.stop(process, PATIENCE);
        }
    }

    private static boolean isApp(Part part) {
        return !part.name().equals(StackPorts.POSTGRES) && !part.name().equals(StackPorts.KAFKA);
    }
}
