package io.rems.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells whoever waits what happens. */
@FunctionalInterface
public interface Progress {

    void say(String line);

    static Progress silent() {
        return _ -> {};
    }

    /** Each line with the time since now. */
    static Progress on(PrintStream out) {
        var begin = System.nanoTime();
        return line -> out.println("%8s  %s".formatted(seconds(since(begin)), line));
    }

    static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
