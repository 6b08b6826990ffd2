package io.rems.firm;

import io.rems.platform.test.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;

/** What stands in the service's database, seen across firms. */
public final class Rows {
    private final TestDatabase database;

    public Rows(TestDatabase database) {
        this.database = database;
    }

    public long count(String query) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    public void change(String command) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The user with this e-mail, written in lower case. */
    public UUID userWith(String email) {
        try (var connection = database.asWorker();
                var statement = connection.prepareStatement("SELECT id FROM portal_user WHERE email_key = ?")) {
            statement.setString(1, email);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
