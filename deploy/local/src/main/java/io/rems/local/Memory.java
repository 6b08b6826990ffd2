package io.rems.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Memory of processes with their children, in KiB. */
final class Memory {

    private Memory() {}

    /** What it holds; of pages that several processes share, its share, where the system tells. */
    static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Memory::ofOne)
                .sum();
    }

    static String text(long kibibytes) {
        return kibibytes < 1 << 20
                ? "%d MiB".formatted(kibibytes >> 10)
                : String.format(Locale.ROOT, "%.2f GiB", kibibytes / (double) (1 << 20));
    }

    /** The same without its children. */
    static long ofOne(ProcessHandle process) {
        var pid = process.pid();
        var proportional = field(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
        return proportional > 0 ? proportional : resident(pid);
    }

    private static long resident(long pid) {
        try {
            var process = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            return Long.parseLong(new String(process.getInputStream().readAllBytes()).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static long field(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
