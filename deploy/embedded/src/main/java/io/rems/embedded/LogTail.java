package io.rems.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The last lines of a log: the cause of a failure is nearly always there. */
public final class LogTail {

    private static final Pattern FRAME = Pattern.compile("\\s+(at [\\w.$/@]+|\\.\\.\\. \\d+)");
    private static final int LONGEST = 400;

    private LogTail() {}

    public static List<String> of(Path log, int lines) {
        return last(lines, all(log).toList());
    }

    /** For a message: without the frames of stack traces, which push the causes between them out of sight. */
    public static List<String> causes(Path log, int lines) {
        return last(
                lines,
                all(log).filter(line -> !line.isBlank() && !FRAME.matcher(line).lookingAt())
                        .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line)
                        .toList());
    }

    private static Stream<String> all(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static List<String> last(int lines, List<String> all) {
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    static String indented(Path log, int lines) {
        var tail = causes(log, lines);
        return tail.isEmpty() ? "  (its log " + log + " is empty)" : "  " + String.join("\n  ", tail);
    }
}
