package io.rems.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rems.embedded.ChildProcess;
import io.rems.embedded.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LocalStackTest {

    /** PostgreSQL's programs are unpacked beside the images, once for all tests. */
    @TempDir
    static Path shared;

    @TempDir
    Path root;

    private StackOptions options;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void aCheckoutWithABuiltGateway() throws IOException {
        FakeApp.build(root, App.GATEWAY);
        options = StackOptions.of(root, new StackFolder(root.resolve(".rems"), shared.resolve("apps")))
                .withPorts(StackPorts.free())
                .withApps(Set.of(App.GATEWAY))
                .withTrained(false);
    }

    @Test
    void startsOnceAFolderAndStopsWhole() throws Exception {
        var stack = LocalStack.start(options, said::add);
        var database = stack.database(App.APPROVAL);

        assertThatThrownBy(() -> LocalStack.start(options, said::add))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("REMS runs already")
                .hasMessageContaining(stack.gateway().toString())
                .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.app(), database.appPassword())) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(Files.getPosixFilePermissions(options.folder().secrets()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        var gateway = stack.process(App.GATEWAY);
        stack.close();
        assertThat(gateway.isAlive()).isFalse();
        assertThat(PostgresServer.processOf(options.folder().postgresData())).isEmpty();
        assertThat(new RunningParts(options.folder().run()).all()).isEmpty();
    }

    @Test
    void whatIsNewlyBuiltIsPreparedOnceAndApartFromTheData() throws Exception {
        var trained = options.withTrained(true);
        LocalStack.start(trained, said::add).close();
        assertThat(said).anyMatch(line -> line.startsWith("preparing gateway (once after a build)"));
        assertThat(options.folder().images().resolve("gateway/app.aot")).exists();
        Files.createFile(options.folder().firstStartDone());

        FakeApp.build(root, App.GATEWAY);
        said.clear();
        try (var again = LocalStack.start(trained, said::add)) {
            assertThat(again.prepared()).isPositive();
            assertThat(said).anyMatch(line -> line.startsWith("preparing gateway"));
        }
        touch(root.resolve("gateway/target"));
        try (var unchanged = LocalStack.start(trained, said::add)) {
            assertThat(unchanged.prepared()).isZero();
        }

        assertThat(options.folder().firstStartDone()).exists();
        assertThat(options.folder().preparation().data()).doesNotExist();
        assertThat(options.folder().images().resolve("gateway"))
                .isDirectoryNotContaining("glob:**.aotconf")
                .isDirectoryNotContaining("glob:**draft.aot");
    }

    @Test
    void endingWhileItPreparesLeavesNothing() {
        var preparation = options.folder().preparation();
        var parts = new RunningParts(preparation.run());
        var stack = LocalStack.open(options.withTrained(true), said::add);
        var start = CompletableFuture.runAsync(stack::start, Thread::startVirtualThread);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> start.isDone() || parts.find("gateway").isPresent());
        var recorded = parts.find("gateway").flatMap(Part::process);

        stack.close();

        assertThatThrownBy(start::join).hasCauseInstanceOf(StackFailure.class);
        assertThat(recorded)
                .hasValueSatisfying(process -> assertThat(process.isAlive()).isFalse());
        assertThat(parts.all()).isEmpty();
        assertThat(PostgresServer.processOf(preparation.postgresData())).isEmpty();
        assertThat(preparation.data()).doesNotExist();
        assertThat(said).noneMatch(line -> line.contains("slowly"));
    }

    @Test
    void anApplicationWhoseStartCannotBeRecordedStartsAllTheSame() {
        var odd = options.withTrained(true).withProperty(App.GATEWAY, "probe", "fail when recorded");

        try (var stack = LocalStack.start(odd, said::add)) {
            assertThat(stack.process(App.GATEWAY).isAlive()).isTrue();
        }

        assertThat(said)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("gateway will start slowly")
                        .contains("exit code 3", "preparation/logs/gateway.log"));
    }

    /** What a build does to packages whose content is the same. */
    private static void touch(Path target) throws IOException {
        try (var jars = Files.newDirectoryStream(target, "*.jar")) {
            for (var jar : jars) {
                Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
            }
        }
    }

    @Test
    void aFreshStartForgetsTheDataAndTheNextOneFindsTheNew() throws Exception {
        var withoutApps = options.withApps(Set.of());
        Files.createDirectories(options.folder().home());
        Files.writeString(options.folder().secrets(), "postgres=former\n");

        try (var fresh = LocalStack.open(withoutApps.withFresh(true), said::add)) {
            fresh.start();
            assertThat(Files.readString(options.folder().secrets())).doesNotContain("former");
        }

        LocalStack.start(withoutApps, said::add).close();
    }

    @Test
    void aKilledApplicationIsNoticedOrStartsAgainIfThatWasIntended() throws Exception {
        try (var stack = LocalStack.start(options, said::add)) {
            stack.kill(App.GATEWAY);
            stack.restart(App.GATEWAY);
            assertThat(Files.readAllLines(stack.log(App.GATEWAY))).containsExactly("Starting", "Starting");

            ChildProcess.kill(stack.process(App.GATEWAY));

            assertThat(stack.awaitBroken()).hasMessageContaining("gateway has ended by itself with exit code 137");
        }
    }

    @Test
    void anApplicationThatDoesNotComeUpIsToldWithItsLogAndNothingRunsOn() {
        var failing = options.withProperty(App.GATEWAY, "probe", "fail");

        assertThatThrownBy(() -> LocalStack.start(failing, said::add))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("gateway did not come up: it ended with exit code 3")
                .hasMessageContaining("Schema \"x\" is broken")
                .hasMessageContaining("Caused by: java.lang.Exception: A key is missing")
                .hasMessageNotContaining("FakeApp.java")
                .hasMessageContaining("--fresh");
        assertThat(PostgresServer.processOf(options.folder().postgresData())).isEmpty();
        assertThat(StackLock.tryAcquire(options.folder().lock())).isPresent();
    }

    @Test
    void aDamagedDataFolderIsToldWithTheWayOut() throws IOException {
        var data = Files.createDirectories(options.folder().postgresData());
        Files.writeString(data.resolve("PG_VERSION"), "18\n");

        assertThatThrownBy(() -> LocalStack.start(options, said::add))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("PostgreSQL did not start")
                .hasMessageContaining("damaged")
                .hasMessageContaining("--fresh");
        assertThat(new RunningParts(options.folder().run()).all()).isEmpty();
    }
}
