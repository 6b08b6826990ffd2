package io.rems.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSourceTest {

    private static final ServerSource.Docker ANSWERS = new ServerSource.Docker(() -> true, () -> true);
    private static final ServerSource.Docker SILENT = new ServerSource.Docker(() -> true, () -> false);
    private static final ServerSource.Docker UNLIKELY = new ServerSource.Docker(() -> false, () -> {
        throw new AssertionError("nobody needs to ask");
    });

    @Test
    void containersAreUsedWhereDockerAnswers() {
        assertThat(ServerSource.named("auto").isContainers(ANSWERS)).isTrue();
        assertThat(ServerSource.named("docker").isContainers(ANSWERS)).isTrue();
    }

    @Test
    void embeddedServersAreUsedWhereItDoesNot() {
        assertThat(ServerSource.AUTO.isContainers(SILENT)).isFalse();
        assertThat(ServerSource.AUTO.isContainers(UNLIKELY)).isFalse();
    }

    @Test
    void embeddedServersAreUsedWhereTheyAreAskedFor() {
        assertThat(ServerSource.named("embedded").isContainers(ANSWERS)).isFalse();
    }

    @Test
    void whoInsistsOnDockerIsToldThatThereIsNone() {
        assertThatExceptionOfType(ServerFailure.class)
                .isThrownBy(() -> ServerSource.DOCKER.isContainers(SILENT))
                .withMessageContaining("-Drems.test.servers=docker, but Docker does not answer");
    }

    @Test
    void aSwitchThatThereIsNotIsNamedWithThoseThatThereAre(@TempDir Path temporary) {
        assertThatExceptionOfType(ServerFailure.class)
                .isThrownBy(() -> TestServers.shared(temporary.resolve("servers"), ProcessHandle.current(), "podman"))
                .withMessageContaining("There is no -Drems.test.servers=podman: say auto, docker or embedded.");
    }
}
