package io.rems.platform.test;

import io.rems.platform.access.FirmId;
import io.rems.platform.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at the service's database past the service, as one of its roles. */
public final class TestDatabase {
    private final @Nullable DatabaseSettings settings;

    TestDatabase(@Nullable DatabaseSettings settings) {
        this.settings = settings;
    }

    /** A connection as the owner of the tables, to whom row-level security applies too. */
    public Connection asOwner() throws SQLException {
        return connect("_owner", settings().ownerPassword());
    }

    /** A connection as the application, for one firm. */
    public Connection asApp(FirmId firm) throws SQLException {
        Connection connection = connect("_app", settings().appPassword());
        try (var statement = connection.prepareStatement("SELECT set_config('rems.firm_id', ?, false)")) {
            statement.setString(1, firm.toString());
            statement.execute();
        }
        return connection;
    }

    /** A connection as the application, with no firm set. */
    public Connection asApp() throws SQLException {
        return connect("_app", settings().appPassword());
    }

    /** A connection as the worker across firms. */
    public Connection asWorker() throws SQLException {
        return connect("_worker", settings().workerPassword());
    }

    private Connection connect(String role, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + settings().host() + ":" + settings().port() + "/"
                        + settings().name(),
                settings().name() + role,
                password);
    }

    private DatabaseSettings settings() {
        return Objects.requireNonNull(settings, "The application under test has no database");
    }
}
