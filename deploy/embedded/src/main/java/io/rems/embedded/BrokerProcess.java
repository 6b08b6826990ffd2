package io.rems.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** Formats the storage and runs the broker in one JVM: Kafka's own tools would take two, and three seconds more. */
final class BrokerProcess {

    static final String SETTINGS = "server.properties";

    private BrokerProcess() {}

    /** Arguments: the broker's folder and, if it is to end with another process, that one's id. */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var settings = folder.resolve(SETTINGS);
        format(settings, folder.resolve("data"));
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties(settings)), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
        if (arguments.length > 1) {
            var parent = ProcessHandle.of(Long.parseLong(arguments[1]));
            parent.ifPresent(process ->
                    process.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
        }
        server.startup();
        Files.createFile(folder.resolve("ready"));
        server.awaitShutdown();
    }

    private static void format(Path settings, Path data) throws IOException {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        var output = new ByteArrayOutputStream();
        var exit = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()},
                new PrintStream(output, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new IOException("storage could not be formatted: " + output.toString(StandardCharsets.UTF_8));
        }
    }

    private static Properties properties(Path settings) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        return properties;
    }
}
