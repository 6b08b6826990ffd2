package io.rems.local;

import io.rems.embedded.ChildProcess;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the suite, whoever started it and whether or not that process still lives. */
@Command(name = "down", description = "Stops everything, also after a crash.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public Integer call() {
        var folder = Rems.folder();
        var launcher =
                new RunningParts(folder.run()).find(RunningParts.LAUNCHER).flatMap(Part::process);
        if (launcher.isPresent()) {
            System.out.println("Stopping (process " + launcher.get().pid() + ") ...");
            ChildProcess.stop(launcher.get(), PATIENCE);
        }
        try (var _ = StackLock.tryAcquire(folder.lock()).orElseThrow(() -> heldByOthers(folder))) {
            var stopped = LeftOvers.stop(folder);
            if (launcher.isPresent()) {
                System.out.println("All stopped; the data stays in " + folder.home());
            } else if (stopped.isEmpty()) {
                System.out.println("REMS does not run in " + folder.home());
            } else {
                System.out.println("Ended what an earlier start left running: " + String.join(", ", stopped));
            }
            return 0;
        }
    }

    private static StackFailure heldByOthers(StackFolder folder) {
        return new StackFailure(
                "Another program, not ./rems up, uses " + folder.home() + " at this moment: end that one.");
    }
}
