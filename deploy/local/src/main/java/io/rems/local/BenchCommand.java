package io.rems.local;

import io.rems.embedded.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Hands over to the benchmark module in a JVM of its own, which has more on its class path, and more memory. */
@Command(name = "bench", description = "Measures REMS on this machine; ./rems bench --help tells what.")
final class BenchCommand implements Callable<Integer> {

    private static final String MAIN = "io.rems.bench.Bench";

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var target = Rems.root().resolve("deploy/benchmark/target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new StackFailure("The benchmark has not been built: there is no " + target.resolve("lib"));
        }
        var command = new ArrayList<>(List.of(
                ChildProcess.java(),
                Rems.marker(Rems.root()),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                target.resolve("classes") + File.pathSeparator + target.resolve("lib") + File.separator + "*",
                MAIN));
        command.addAll(arguments);
        var benchmark = new ProcessBuilder(command).inheritIO().start();
        // Ctrl-C reaches both: the terminal is given back when the measured stack has stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> benchmark.onExit().join(), "benchmark"));
        return benchmark.waitFor();
    }
}
