package io.rems.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JVM behind {@link TestServers}: outlives the test JVM that started it, but not the build. */
final class TestServersProcess {

    static final String PREFIX = "rems-test-servers-";

    private static final String ADDRESSES = "addresses.properties";

    /** Images may have to be pulled. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(TestServersProcess.class);

    private TestServersProcess() {}

    /** Arguments: the folder, the id of the build's process, where the servers are to come from. */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var build = ProcessHandle.of(Long.parseLong(arguments[1]));
        if (build.isEmpty()) {
            return;
        }
        try {
            var servers = RunningServers.start(folder, ServerSource.named(arguments[2]));
            publish(folder, servers.addresses());
            build.get().onExit().join();
            servers.end();
        } catch (RuntimeException e) {
            LOG.error("No test servers", e);
            System.exit(1);
        }
        removeLeftOvers(folder);
        Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".lock"));
    }

    static TestServers launch(Path folder, ProcessHandle build, String source) {
        var log = folder.resolve("servers.log");
        var command = List.of(
                ChildProcess.java(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=kafka-logback.xml",
                "-cp",
                ChildProcess.classPath(),
                TestServersProcess.class.getName(),
                folder.toString(),
                Long.toString(build.pid()),
                source);
        var process = ChildProcess.start(command, Map.of(), Path.of("/"), log).toHandle();
        var until = System.nanoTime() + PATIENCE.toNanos();
        for (var found = addresses(folder); ; found = addresses(folder)) {
            if (found.isPresent()) {
                return found.get();
            }
            if (ChildProcess.ended(process, Duration.ofMillis(100)) || System.nanoTime() > until) {
                ChildProcess.stop(process, Duration.ZERO);
                throw new ServerFailure("The test servers did not start:\n" + LogTail.indented(log, 20));
            }
        }
    }

    /** The servers of this folder, if the process that runs them is alive. */
    static Optional<TestServers> addresses(Path folder) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(ADDRESSES))) {
            properties.load(reader);
        } catch (IOException e) {
            return Optional.empty();
        }
        var alive = ProcessHandle.of(Long.parseLong(properties.getProperty("pid")))
                .filter(process -> startOf(process).equals(properties.getProperty("started")));
        return alive.map(_ -> new TestServers(
                ServerSource.named(properties.getProperty("source")),
                properties.getProperty("postgres.host"),
                Integer.parseInt(properties.getProperty("postgres.port")),
                properties.getProperty("kafka.bootstrap")));
    }

    /** Ends and deletes what is in the folder and in those of builds that are gone. */
    static void removeLeftOvers(Path folder) {
        remove(folder);
        try (var siblings = Files.newDirectoryStream(folder.toAbsolutePath().getParent(), PREFIX + "[0-9]*[0-9]")) {
            for (var sibling : siblings) {
                var build = Long.parseLong(sibling.getFileName().toString().substring(PREFIX.length()));
                if (Files.isWritable(sibling)
                        && ProcessHandle.of(build).isEmpty()
                        && addresses(sibling).isEmpty()) {
                    remove(sibling);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        PostgresServer.processOf(folder.resolve("postgres")).ifPresent(PostgresServer::stop);
        Folders.delete(folder);
    }

    private static void publish(Path folder, TestServers servers) throws IOException {
        var self = ProcessHandle.current();
        var text = """
                pid=%d
                started=%s
                source=%s
                postgres.host=%s
                postgres.port=%d
                kafka.bootstrap=%s
                """.formatted(
                        self.pid(),
                        startOf(self).replace(":", "\\:"),
                        servers.source(),
                        servers.postgresHost(),
                        servers.postgresPort(),
                        servers.kafkaBootstrap());
        var draft = Files.writeString(folder.resolve("addresses.draft"), text);
        Files.move(draft, folder.resolve(ADDRESSES), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
