package io.rems.embedded;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Test servers as containers of the official images, in the versions and with the settings of the embedded ones. */
record ContainerServers(PostgreSQLContainer postgres, KafkaContainer kafka) implements RunningServers {

    static final ServerSource.Docker DOCKER = new ServerSource.Docker(
            ContainerServers::isLikely, () -> DockerClientFactory.instance().isDockerAvailable());

    private static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18");
    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:" + AppInfoParser.getVersion());

    private static final Duration PULLING = Duration.ofMinutes(2);

    private static final String[] FAST_AND_FORGETFUL = {
        "postgres",
        "-c",
        "fsync=off",
        "-c",
        "synchronous_commit=off",
        "-c",
        "full_page_writes=off",
        "-c",
        "max_connections=300",
        "-c",
        "shared_buffers=64MB",
        "-c",
        "timezone=UTC"
    };

    private static final Map<String, String> SMALL_BROKER = Map.of(
            "KAFKA_HEAP_OPTS", "-Xmx256m -Xms64m",
            "KAFKA_NUM_PARTITIONS", "6",
            "KAFKA_LOG_RETENTION_MS", "-1",
            "KAFKA_LOG_INDEX_SIZE_MAX_BYTES", "1048576",
            "KAFKA_LOG_CLEANER_DEDUPE_BUFFER_SIZE", "8388608",
            "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "6",
            "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1",
            "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");

    static ContainerServers start() {
        fetch(POSTGRES);
        fetch(KAFKA);
        var servers = new ContainerServers(newPostgres(), new KafkaContainer(KAFKA).withEnv(SMALL_BROKER));
        try {
            Startables.deepStart(servers.postgres, servers.kafka).join();
            return servers;
        } catch (RuntimeException e) {
            servers.end();
            throw e;
        }
    }

    @Override
    public TestServers addresses() {
        return new TestServers(
                ServerSource.DOCKER,
                postgres.getHost(),
                postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                kafka.getBootstrapServers());
    }

    @Override
    public void end() {
        kafka.stop();
        postgres.stop();
    }

    /** Tries once: what a machine without a registry cannot get, Testcontainers would try for minutes. */
    private static void fetch(DockerImageName image) {
        var docker = DockerClientFactory.instance().client();
        try {
            docker.inspectImageCmd(image.asCanonicalNameString()).exec();
        } catch (NotFoundException e) {
            pull(docker, image);
        }
    }

    private static void pull(DockerClient docker, DockerImageName image) {
        var pull = docker.pullImageCmd(image.getUnversionedPart()).withTag(image.getVersionPart());
        try (var pulled = pull.start()) {
            if (!pulled.awaitCompletion(PULLING.toSeconds(), TimeUnit.SECONDS)) {
                throw new ServerFailure("The image " + image + " was not here after " + PULLING.toSeconds() + " s");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while " + image + " was pulled", e);
        }
    }

    private static PostgreSQLContainer newPostgres() {
        var container = new PostgreSQLContainer(POSTGRES)
                .withUsername(PostgresServer.SUPERUSER)
                .withPassword(TestServers.PASSWORD)
                .withDatabaseName("postgres")
                .withEnv("POSTGRES_INITDB_ARGS", String.join(" ", PostgresServer.COLLATION) + " --no-sync")
                .withTmpFs(Map.of("/var/lib/postgresql", "rw"));
        container.setCommand(FAST_AND_FORGETFUL);
        return container;
    }

    /** Asking where there is no Docker takes a second, which tests need not wait. */
    private static boolean isLikely() {
        var home = System.getProperty("user.home");
        var sockets = Stream.of(
                        "/var/run/docker.sock",
                        home + "/.docker/run/docker.sock",
                        home + "/.docker/desktop/docker.sock",
                        home + "/.testcontainers.properties",
                        Objects.requireNonNullElse(System.getenv("XDG_RUNTIME_DIR"), "/run") + "/docker.sock")
                .map(Path::of);
        return System.getenv("DOCKER_HOST") != null || sockets.anyMatch(Files::exists);
    }
}
