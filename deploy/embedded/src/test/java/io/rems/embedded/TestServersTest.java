package io.rems.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestServersTest {

    @Test
    void areSharedAndGiveEachItsOwnDatabase() throws Exception {
        var servers = TestServers.get();
        var again = TestServers.get();
        var one = servers.createDatabase("one");

        assertThat(again).isSameAs(servers);
        assertThat(one.name()).isNotEqualTo(servers.createDatabase("one").name());
        assertThat(Ports.answers(Integer.parseInt(servers.kafkaBootstrap().split(":")[1])))
                .isTrue();
        try (var connection = DriverManager.getConnection(one.jdbcUrl(), one.app(), one.appPassword())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void comeFromWhereTheSwitchSays() {
        var wanted = System.getProperty(ServerSource.PROPERTY, "auto");

        var source = TestServers.get().source().toString();

        assertThat(source).isIn("docker", "embedded");
        assertThat(wanted).isIn("auto", source);
    }

    @Test
    void endWithTheBuildThatUsedThem(@TempDir Path temporary) throws Exception {
        var build = new ProcessBuilder("sleep", "120").start();
        var folder = temporary.resolve("servers");
        var servers = TestServers.shared(folder, build.toHandle(), "embedded");
        assertThat(TestServers.shared(folder, build.toHandle(), "embedded")).isEqualTo(servers);

        build.destroyForcibly();

        await().atMost(Duration.ofSeconds(30)).until(() -> !Files.exists(folder));
        assertThat(Ports.answers(servers.postgresPort())).isFalse();
        assertThat(Ports.answers(Integer.parseInt(servers.kafkaBootstrap().split(":")[1])))
                .isFalse();
    }
}
