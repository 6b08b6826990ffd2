package io.rems.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log: the cause of a failure is nearly always there. */
public final class LogTail {

    private LogTail() {}

    public static List<String> of(Path log, int lines) {
        try {
            var all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    static String indented(Path log, int lines) {
        var tail = of(log, lines);
        return tail.isEmpty() ? "  (its log " + log + " is empty)" : "  " + String.join("\n  ", tail);
    }
}
