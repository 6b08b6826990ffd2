package io.rems.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.embedded.ChildProcess;
import io.rems.embedded.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes, the way a terminal runs them. */
@Timeout(180)
class UpAndDownTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** One for all tests, which find in it what the one before left. */
    @TempDir
    static Path root;

    private static StackFolder folder = StackFolder.at(Path.of("."));

    @BeforeAll
    static void aBuiltGatewayAndNoDemoToLoad() throws IOException {
        root = root.toRealPath();
        folder = StackFolder.at(root.resolve(".rems"));
        FakeApp.build(root, App.GATEWAY);
        Files.createDirectories(folder.data());
        Files.createFile(folder.firstStartDone());
    }

    @AfterEach
    void endWhatATestLeft() {
        LeftOvers.stop(folder);
    }

    @Test
    void ctrlCEndsAllThatRuns() throws Exception {
        var terminal = up();
        var group = terminal.children().findFirst().orElseThrow();
        var running = partsThatRun();

        run("kill", "-INT", "--", "-" + group.pid());

        assertThat(terminal.waitFor(PATIENCE)).isTrue();
        assertThat(Files.readString(output())).contains("Stopping", "All stopped; the data stays in .rems");
        assertThat(running).hasSize(3).noneMatch(ProcessHandle::isAlive);
        assertThat(new RunningParts(folder.run()).all()).isEmpty();
        assertThat(run("status")).contains("REMS does not run");
    }

    @Test
    void aSecondUpSaysThatItRunsAlreadyAndDownEndsTheFirst() throws Exception {
        var terminal = up();
        var running = partsThatRun();

        assertThat(run("up")).contains("REMS runs already", "./rems status", "./rems down");
        assertThat(running).allMatch(ProcessHandle::isAlive);

        assertThat(run("down")).contains("All stopped");
        assertThat(terminal.waitFor(PATIENCE)).isTrue();
        assertThat(running).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void downEndsWhatAKilledLauncherLeft() throws Exception {
        up();
        var running = partsThatRun();
        var launcher =
                new RunningParts(folder.run()).find(RunningParts.LAUNCHER).flatMap(Part::process);

        ChildProcess.kill(launcher.orElseThrow());

        assertThat(running).hasSize(3).allMatch(ProcessHandle::isAlive);
        assertThat(run("down")).contains("Ended what an earlier start left running: gateway, kafka, postgres");
        assertThat(running).noneMatch(ProcessHandle::isAlive);
        assertThat(run("down")).contains("REMS does not run");
    }

    /** Returns when it says that it is ready. It has a process group of its own, as in a terminal. */
    private static Process up() throws Exception {
        var command = new ArrayList<>(List.of("/bin/bash", "-c", "set -m; \"$@\" & wait", "bash"));
        command.addAll(rems("up", "--only", "GATEWAY", "--untrained", "--no-memory-check"));
        StackPorts.free().byPart().forEach((part, port) -> command.addAll(List.of("--port", part + "=" + port)));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
        var begin = System.nanoTime();
        while (new RunningParts(folder.run()).find(RunningParts.READY).isEmpty()) {
            assertThat(process.waitFor(LOOK_EVERY) || Progress.since(begin).compareTo(PATIENCE) > 0)
                    .as(() -> String.join("\n", LogTail.of(output(), 50)))
                    .isFalse();
        }
        return process;
    }

    private static List<ProcessHandle> partsThatRun() {
        return new RunningParts(folder.run())
                .all().stream().flatMap(part -> part.process().stream()).toList();
    }

    private static String run(String... arguments) throws Exception {
        var command = arguments[0].equals("kill") ? List.of(arguments) : rems(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(PATIENCE)).isTrue();
        return output;
    }

    private static List<String> rems(String... arguments) {
        var java =
                List.of(ChildProcess.java(), Rems.marker(root), "-cp", ChildProcess.classPath(), Rems.class.getName());
        return Stream.concat(java.stream(), Stream.of(arguments)).toList();
    }

    private static Path output() {
        return root.resolve("terminal");
    }
}
