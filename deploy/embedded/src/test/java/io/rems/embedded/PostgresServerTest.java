package io.rems.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeftRunning() {
        PostgresServer.processOf(folder.resolve("data")).ifPresent(PostgresServer::stop);
    }

    @Test
    void keepsItsDataWhenItIsKilledAndIsDurableWhenAsked() throws SQLException {
        var first = PostgresServer.start(options(true));
        try (var connection = first.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        ChildProcess.kill(first.process().orElseThrow());

        var second = PostgresServer.start(options(true));

        assertThat(value(second, "SELECT answer FROM kept")).isEqualTo("42");
        assertThat(value(second, "SHOW fsync")).isEqualTo("on");
        assertThat(value(second, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(value(second, "SHOW server_version")).startsWith("18.");
        second.stop();
        assertThat(second.process()).isEmpty();
    }

    @Test
    void rolesOfADatabaseMayDoOnlyWhatTheyAreFor() throws SQLException {
        var server = PostgresServer.start(options(false));
        var database = new Database(PostgresServer.HOST, server.port(), "rems_probe", "o", "a", "w");

        for (var time = 0; time < 2; time++) {
            try (var connection = server.connect("postgres")) {
                Databases.create(connection, database);
            }
        }

        run(database, database.owner(), "o", "CREATE TABLE thing (id int); CREATE EXTENSION btree_gist");
        run(database, database.worker(), "w", "SELECT 1");
        assertThatThrownBy(() -> run(database, database.app(), "a", "SELECT * FROM thing"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run(database, database.app(), "a", "CREATE TABLE own (id int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run(database, database.app(), "wrong", "SELECT 1"))
                .hasMessageContaining("password authentication failed");
        assertThat(
                        value(
                                server,
                                "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'rems_probe_%' AND (rolsuper OR rolbypassrls)"))
                .isEqualTo("0");
    }

    @Test
    void saysWhyItDoesNotStartOnADamagedFolder() throws Exception {
        PostgresServer.start(options(false)).stop();
        Files.delete(folder.resolve("data/global/pg_control"));

        assertThatThrownBy(() -> PostgresServer.start(options(false)))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("could not find the database system");
    }

    private PostgresServer.Options options(boolean durable) {
        var programs = Path.of(
                System.getProperty("java.io.tmpdir"), "rems-postgresql-" + System.getProperty("user.name"), "18.6.0");
        return new PostgresServer.Options(
                programs, folder.resolve("data"), folder.resolve("postgres.log"), 0, "secret", durable);
    }

    private static String value(PostgresServer server, String query) throws SQLException {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(Database database, String role, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), role, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
