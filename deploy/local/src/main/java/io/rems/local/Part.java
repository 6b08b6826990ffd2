package io.rems.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process of the stack as it is written down, so that another process finds it again and mistakes no other for it.
 *
 * @param marker a piece of its command line that no foreign process has
 */
record Part(String name, String address, long pid, Instant started, String marker) {

    /** Systems derive the instant from the clock, which may be set meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static Part of(String name, String address, ProcessHandle process, String marker) {
        return new Part(name, address, process.pid(), startOf(process), marker);
    }

    /** The process, if it still runs and is the one that was written down. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(started, startOf(process)).abs().compareTo(TOLERANCE) < 0)
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(marker))
                        .isPresent());
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
