package io.rems.platform.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the database to the newest schema at start: first the platform's own tables, then the service's. Each keeps a
 * history of its own, so that either can grow without regard to the other's numbers.
 */
public final class Migrations {
    private final DatabaseSettings settings;

    public Migrations(DatabaseSettings settings) {
        this.settings = settings;
    }

    public void run() {
        steps().forEach(Flyway::migrate);
    }

    private List<Flyway> steps() {
        return List.of(
                flyway("platform_history", "classpath:db/platform").load(),
                flyway("service_history", "classpath:db/migration").load());
    }

    private FluentConfiguration flyway(String history, String location) {
        return Flyway.configure()
                .dataSource(settings.jdbcUrl(), settings.ownerRole(), settings.ownerPassword())
                .table(history)
                .locations(location)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .failOnMissingLocations(false)
                .connectRetries(5)
                .validateMigrationNaming(true);
    }
}
