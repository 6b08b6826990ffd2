package io.rems.local;

import com.sun.management.OperatingSystemMXBean;
import io.rems.embedded.Ports;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What must hold before anything starts: better one clear sentence now than six logs later. */
final class Preflight {

    /** Of all parts together, as measured, with some room. */
    static final long NEEDED_KIBIBYTES = 2_200L << 10;

    private Preflight() {}

    static void portsAreFree(StackPorts ports) {
        var taken = ports.byPart().entrySet().stream()
                .filter(part -> Ports.answers(part.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .toList();
        if (!taken.isEmpty()) {
            var first = taken.getFirst();
            var all = taken.stream()
                    .map(part -> part.getValue() + " (" + part.getKey() + ")")
                    .toList();
            throw new StackFailure("Another program uses port %s. End it, or choose other ports: ./rems up --port %s=%d"
                    .formatted(String.join(", ", all), first.getKey(), first.getValue() + 10_000));
        }
    }

    static void memorySuffices(long neededKibibytes) {
        var available = availableKibibytes();
        if (available < neededKibibytes) {
            throw new StackFailure(
                    "REMS needs %s of memory, %s is free. Close something, or try all the same: ./rems up --no-memory-check"
                            .formatted(Memory.text(neededKibibytes), Memory.text(available)));
        }
    }

    /** Linux tells what could be had; elsewhere free memory says little, so half of all counts. */
    private static long availableKibibytes() {
        var total =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 10;
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            var available = lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(total);
            return Math.min(available, total);
        } catch (IOException e) {
            return total / 2;
        }
    }
}
