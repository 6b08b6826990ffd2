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

    private static final Steps PLATFORM = new Steps("platform_history", "db/platform", "db/platform-undo");
    private static final Steps SERVICE = new Steps("service_history", "db/migration", "db/undo");

    private MigrationRoundTrip() {}

    /** Where migrations and their ways back stand, and where Flyway keeps account of them. */
    private record Steps(String history, String folder, String undoFolder) {}

    public static void run() throws SQLException, IOException {
        Database database = TestServers.get().createDatabase("migrations");
        run(database, PLATFORM);
        run(database, SERVICE);
    }

    private static void run(Database database, Steps steps) throws SQLException, IOException {
        List<MigrationInfo> migrations =
                Arrays.asList(flyway(database, steps, "latest").info().all());
        assertThat(migrations).as("migrations in %s", steps.folder()).isNotEmpty();
        for (MigrationInfo migration : migrations) {
            if (migration.getVersion() != null) {
                forthBackAndForth(database, steps, migration.getVersion().getVersion());
            }
        }
    }

    private static void forthBackAndForth(Database database, Steps steps, String version)
            throws SQLException, IOException {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword())) {
            List<String> before = schema(connection);
            flyway(database, steps, version).migrate();
            List<String> after = schema(connection);
            undo(connection, steps, version);
            assertThat(schema(connection))
                    .as("schema after undoing %s", version)
                    .isEqualTo(before);
            flyway(database, steps, version).migrate();
            assertThat(schema(connection))
                    .as("schema after %s the second time", version)
                    .isEqualTo(after);
        }
    }

    private static void undo(Connection connection, Steps steps, String version) throws SQLException, IOException {
        Resource[] scripts =
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + steps.undoFolder() + "/U*.sql");
        Resource script = Arrays.stream(scripts)
                .filter(found -> versionOf(String.valueOf(found.getFilename())) == Integer.parseInt(version))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No way back in " + steps.undoFolder() + " from " + version));
        try (var statement = connection.createStatement()) {
            statement.execute(script.getContentAsString(StandardCharsets.UTF_8));
            statement.execute("DELETE FROM " + steps.history() + " WHERE version::int = " + Integer.parseInt(version));
        }
    }

    private static int versionOf(String file) {
        return Integer.parseInt(file.substring(1, file.indexOf("__")));
    }

    private static Flyway flyway(Database database, Steps steps, String target) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.ownerPassword())
                .table(steps.history())
                .locations("classpath:" + steps.folder())
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
