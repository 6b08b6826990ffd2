package io.rems.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.embedded.Database;
import io.rems.embedded.TestServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Takes every migration of a service forth, back by its undo script, and forth again, one at a time. */
public final class MigrationRoundTrip {
    private static final String SCHEMA = """
            SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '%\\_history'
            UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
              AND conrelid::regclass::text NOT LIKE '%\\_history'
            UNION ALL SELECT 'index ' || indexdef FROM pg_indexes
            WHERE schemaname = 'public' AND tablename NOT LIKE '%\\_history'
            UNION ALL SELECT 'policy ' || tablename || ' ' || policyname || ' ' || roles::text FROM pg_policies
            UNION ALL SELECT 'function ' || p.oid::regprocedure FROM pg_proc p
            WHERE p.pronamespace = 'public'::regnamespace
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
            UNION ALL SELECT 'trigger ' || tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL SELECT 'grant ' || grantee || ' ' || privilege_type || ' ' || table_name
            FROM information_schema.role_table_grants WHERE table_schema = 'public' AND table_name NOT LIKE '%\\_history'
            ORDER BY 1""";

    private MigrationRoundTrip() {}

    public static void run() throws SQLException, IOException {
        Database database = TestServers.get().createDatabase("migrations");
        migrate(database, "platform_history", "classpath:db/platform", "latest");
        List<MigrationInfo> steps =
                Arrays.asList(flyway(database, "service_history", "classpath:db/migration", "latest")
                        .info()
                        .all());
        assertThat(steps).as("migrations of the service").isNotEmpty();
        for (MigrationInfo step : steps) {
            if (step.getVersion() != null) {
                forthBackAndForth(database, step.getVersion().getVersion());
            }
        }
    }

    private static void forthBackAndForth(Database database, String version) throws SQLException, IOException {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword())) {
            List<String> before = schema(connection);
            migrate(database, "service_history", "classpath:db/migration", version);
            List<String> after = schema(connection);
            undo(connection, version);
            assertThat(schema(connection))
                    .as("schema after undoing %s", version)
                    .isEqualTo(before);
            migrate(database, "service_history", "classpath:db/migration", version);
            assertThat(schema(connection))
                    .as("schema after %s the second time", version)
                    .isEqualTo(after);
        }
    }

    private static void undo(Connection connection, String version) throws SQLException, IOException {
        Resource[] scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:db/undo/U*.sql");
        Resource script = Arrays.stream(scripts)
                .filter(found -> versionOf(String.valueOf(found.getFilename())) == Integer.parseInt(version))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No db/undo script for migration " + version));
        try (var statement = connection.createStatement()) {
            statement.execute(script.getContentAsString(StandardCharsets.UTF_8));
            statement.execute("DELETE FROM service_history WHERE version::int = " + Integer.parseInt(version));
        }
    }

    private static int versionOf(String file) {
        return Integer.parseInt(file.substring(1, file.indexOf("__")));
    }

    private static void migrate(Database database, String history, String location, String target) {
        flyway(database, history, location, target).migrate();
    }

    private static Flyway flyway(Database database, String history, String location, String target) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.ownerPassword())
                .table(history)
                .locations(location)
                .target(target)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    private static List<String> schema(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SCHEMA)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
