package io.rems.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOversTest {

    @TempDir
    Path home;

    private StackFolder folder;
    private RunningParts parts;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void aFolderOfACrashedLauncher() {
        folder = StackFolder.at(home);
        parts = new RunningParts(folder.run());
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void whatACrashedLauncherLeftIsEnded() throws IOException {
        var process = process("-Drems.home=" + home);
        parts.add(Part.of("firm-service", "http://localhost:1", process.toHandle(), "-Drems.home=" + home));

        assertThat(LeftOvers.stop(folder)).containsExactly("firm-service");
        assertThat(process.isAlive()).isFalse();
        assertThat(parts.all()).isEmpty();
    }

    @Test
    void aForeignProcessWithTheSameNumberIsLeftAlone() throws IOException {
        var foreign = process("something else");
        parts.add(Part.of("firm-service", "http://localhost:1", foreign.toHandle(), "-Drems.home=" + home));
        var earlier = new Part("gateway", "http://localhost:2", foreign.pid(), Instant.EPOCH, "something");
        parts.add(earlier);

        assertThat(LeftOvers.stop(folder)).isEmpty();
        assertThat(foreign.isAlive()).isTrue();
        assertThat(parts.all()).isEmpty();
    }

    private Process process(String marker) throws IOException {
        var process = new ProcessBuilder("/bin/sh", "-c", "sleep 60; :", marker).start();
        started.add(process);
        return process;
    }
}
