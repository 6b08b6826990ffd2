package io.rems.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates what a service needs before its first start: its database and roles. Repeating it changes only passwords. */
public final class Databases {

    /** A page from memory or flash costs about the same wherever it lies; the default is that of a spinning disk. */
    private static final String RANDOM_PAGE_COST = "1.1";

    private Databases() {}

    /** @param superuser connected to any other database of the server */
    public static void create(Connection superuser, Database database) throws SQLException {
        try (var statement = superuser.createStatement()) {
            role(statement, database.owner(), database.ownerPassword());
            role(statement, database.app(), database.appPassword());
            role(statement, database.worker(), database.workerPassword());
            if (!exists(statement, "pg_database WHERE datname", database.name())) {
                statement.execute("CREATE DATABASE %s OWNER %s"
                        .formatted(identifier(statement, database.name()), identifier(statement, database.owner())));
            }
            var name = identifier(statement, database.name());
            statement.execute("ALTER DATABASE %s SET random_page_cost = %s".formatted(name, RANDOM_PAGE_COST));
            statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
            statement.execute("GRANT CONNECT ON DATABASE %s TO %s, %s"
                    .formatted(name, identifier(statement, database.app()), identifier(statement, database.worker())));
        }
    }

    private static void role(Statement statement, String role, String password) throws SQLException {
        var verb = exists(statement, "pg_roles WHERE rolname", role) ? "ALTER" : "CREATE";
        statement.execute("%s ROLE %s LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD %s"
                .formatted(verb, identifier(statement, role), statement.enquoteLiteral(password)));
    }

    private static boolean exists(Statement statement, String where, String name) throws SQLException {
        try (var rows = statement.executeQuery("SELECT 1 FROM " + where + " = " + statement.enquoteLiteral(name))) {
            return rows.next();
        }
    }

    private static String identifier(Statement statement, String name) throws SQLException {
        return statement.enquoteIdentifier(name, true);
    }
}
