package io.rems.local;

import java.time.Instant;
import java.util.Optional;

/**
 * A process of the stack as it is written down, so that another process finds it again and mistakes no other for it.
 *
 * @param marker a piece of its command line that no foreign process has
 */
record Part(String name, String address, long pid, String started, String marker) {

    static Part of(String name, String address, ProcessHandle process, String marker) {
        return new Part(name, address, process.pid(), startOf(process), marker);
    }

    /** The process, if it still runs and is the one that was written down. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(started))
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(marker))
                        .isPresent());
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }
}
