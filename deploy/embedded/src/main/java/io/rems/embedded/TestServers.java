package io.rems.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL and one Kafka broker for all test JVMs of a build: starting them per module would cost more than most
 * modules' tests. The first JVM that asks starts them; they end with the build.
 */
public record TestServers(ServerSource source, String postgresHost, int postgresPort, String kafkaBootstrap) {

    /** Names the folder that the JVMs of a build share; by default one of the build process in the temporary folder. */
    public static final String FOLDER_PROPERTY = "rems.test-servers";

    static final String PASSWORD = "test";

    private static @Nullable TestServers running;

    public static synchronized TestServers get() {
        var servers = running;
        if (servers == null) {
            var build = BuildProcess.find();
            servers = shared(
                    folder(build), build, System.getProperty(ServerSource.PROPERTY, ServerSource.AUTO.toString()));
            running = servers;
        }
        return servers;
    }

    /** A database that nobody else uses, with its roles; it vanishes with the servers. */
    public Database createDatabase(String prefix) {
        var name = prefix + "_" + UUID.randomUUID().toString().substring(0, 8);
        var database = new Database(postgresHost, postgresPort, name, PASSWORD, PASSWORD, PASSWORD);
        var url = "jdbc:postgresql://" + postgresHost + ":" + postgresPort + "/postgres";
        try (var connection = DriverManager.getConnection(url, PostgresServer.SUPERUSER, PASSWORD)) {
            Databases.create(connection, database);
            return database;
        } catch (SQLException e) {
            throw new ServerFailure("Test database " + name + " could not be created", e);
        }
    }

    private static Path folder(ProcessHandle build) {
        var named = System.getProperty(FOLDER_PROPERTY);
        return named != null
                ? Path.of(named)
                : Path.of(System.getProperty("java.io.tmpdir"), TestServersProcess.PREFIX + build.pid());
    }

    static TestServers shared(Path folder, ProcessHandle build, String source) {
        var lock = folder.resolveSibling(folder.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var addresses = TestServersProcess.addresses(folder);
            if (addresses.isPresent()) {
                return addresses.get();
            }
            TestServersProcess.removeLeftOvers(folder);
            return TestServersProcess.launch(folder, build, source);
        } catch (IOException e) {
            throw new ServerFailure("Test servers could not be started in " + folder, e);
        }
    }
}
