package io.rems.local;

import io.rems.embedded.ChildProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A launcher that outlives the terminal; what it says is shown until it is ready. */
record Background(StackFolder folder) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    int start(List<String> arguments) throws IOException, InterruptedException {
        var log = folder.home().resolve("launcher.log");
        Files.deleteIfExists(log);
        var command = new ArrayList<>(List.of(
                ChildProcess.java(),
                Rems.marker(Rems.root()),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=kafka-logback.xml",
                "-cp",
                ChildProcess.classPath(),
                Rems.class.getName()));
        command.addAll(arguments);
        var process = ChildProcess.start(command, Map.of(), Rems.root(), log);
        return follow(process, log);
    }

    private int follow(Process process, Path log) throws InterruptedException {
        var parts = new RunningParts(folder.run());
        var shown = 0L;
        while (true) {
            var ended = process.waitFor(LOOK_EVERY);
            var ready = parts.find(RunningParts.READY)
                    .filter(part -> part.pid() == process.pid())
                    .isPresent();
            shown = show(log, shown);
            if (ended || ready) {
                return ended ? process.exitValue() : 0;
            }
        }
    }

    private static long show(Path log, long from) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var fresh = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(fresh);
            System.out.print(new String(fresh, StandardCharsets.UTF_8));
            return from + fresh.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
