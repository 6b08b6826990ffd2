package io.rems.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Kafka broker in KRaft mode as a child JVM: it can be stopped, killed and started again on the same data. */
public final class KafkaBroker {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String READY = "ready";

    /**
     * Where and how it runs.
     *
     * @param folder holds its settings, {@code data} and nothing else
     * @param port 0 for any free one
     * @param endWithParent whether it ends when the process that starts it is gone, however that ended
     * @param jvmArguments in addition to those that keep it small
     */
    public record Options(Path folder, Path log, int port, boolean endWithParent, List<String> jvmArguments) {

        public Options(Path folder, Path log, int port) {
            this(folder, log, port, false, List.of());
        }
    }

    private final Process process;
    private final int port;

    private KafkaBroker(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when clients can use it; the storage is formatted if there is none. */
    public static KafkaBroker start(Options options) {
        var port = options.port() == 0 ? Ports.free() : options.port();
        var folder = options.folder().toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(READY));
            Files.writeString(folder.resolve(BrokerProcess.SETTINGS), BrokerSettings.of(folder, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var broker =
                new KafkaBroker(ChildProcess.start(command(options, folder), Map.of(), folder, options.log()), port);
        broker.awaitReady(folder.resolve(READY), options.log());
        return broker;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Hands over what it holds and returns when it is down. */
    public void stop() {
        ChildProcess.stop(process.toHandle(), PATIENCE);
    }

    /** SIGKILL, for tests of what a crash does and for data that nobody needs any more. */
    public void kill() {
        ChildProcess.kill(process.toHandle());
    }

    private static List<String> command(Options options, Path folder) {
        var command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xmx256m",
                "-Xms64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=kafka-logback.xml"));
        command.addAll(options.jvmArguments());
        command.addAll(List.of("-cp", ChildProcess.classPath(), BrokerProcess.class.getName(), folder.toString()));
        if (options.endWithParent()) {
            command.add(Long.toString(ProcessHandle.current().pid()));
        }
        return command;
    }

    private void awaitReady(Path ready, Path log) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(ready)) {
            if (ChildProcess.ended(process.toHandle(), Duration.ofMillis(50))) {
                throw new ServerFailure("The Kafka broker did not start:\n" + LogTail.indented(log, 15));
            }
            if (System.nanoTime() > until) {
                kill();
                throw new ServerFailure("The Kafka broker was not ready after " + PATIENCE.toSeconds() + " s:\n"
                        + LogTail.indented(log, 15));
            }
        }
    }
}
