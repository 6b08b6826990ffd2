package io.rems.platform.test;

import io.rems.embedded.PostgresServer;
import io.rems.embedded.PostgresServer.Options;
import io.rems.embedded.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * A database server that only one test class uses, so that it can be stopped and started while the service runs: for
 * those with the property {@value #WANTED}, which thereby have a Spring context of their own.
 */
public final class TestDatabaseServer implements AutoCloseable {
    public static final String WANTED = "rems.test.own-database-server";

    private final Path folder;
    private final PostgresServer first;

    private TestDatabaseServer(Path folder) {
        this.folder = folder;
        this.first = PostgresServer.start(Options.ofTests(folder, 0));
    }

    static TestDatabaseServer inFolderOfItsOwn() {
        try {
            return new TestDatabaseServer(Files.createTempDirectory("rems-database-server-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestServers insteadOfThatOf(TestServers servers) {
        return new TestServers(servers.source(), PostgresServer.HOST, first.port(), servers.kafkaBootstrap());
    }

    /** Cuts every connection, undoes every open transaction, and returns when nobody can connect any more. */
    public void stop() {
        first.stop();
    }

    /** Starts it again where it was, with what had been committed. */
    public void start() {
        PostgresServer.start(Options.ofTests(folder, first.port()));
    }

    @Override
    public void close() throws IOException {
        stop();
        FileSystemUtils.deleteRecursively(folder);
    }
}
