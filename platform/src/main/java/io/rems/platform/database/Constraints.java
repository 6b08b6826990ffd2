package io.rems.platform.database;

import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import org.jspecify.annotations.Nullable;

/** Tells which constraint of the database a failed statement broke, so that a use case can answer with its own refusal. */
public final class Constraints {
    private static final String DEADLOCK = "40P01";
    private static final String NOT_SERIALIZABLE = "40001";

    private Constraints() {}

    public static boolean violated(Throwable error, String constraint) {
        ErrorDetails details = details(error);
        return details != null
                && details.getConstraintName().filter(constraint::equals).isPresent();
    }

    /** True if the database refused with this SQLSTATE, as triggers raise them. */
    public static boolean hasState(Throwable error, String sqlState) {
        ErrorDetails details = details(error);
        return details != null && sqlState.equals(details.getCode());
    }

    /** True if the database ended the transaction because of others: what was done may be done again. */
    public static boolean lostRace(Throwable error) {
        return hasState(error, DEADLOCK) || hasState(error, NOT_SERIALIZABLE);
    }

    /** The message that the database gave, or null if the error is not the database's. */
    public static @Nullable String message(Throwable error) {
        ErrorDetails details = details(error);
        return details == null ? null : details.getMessage();
    }

    private static @Nullable ErrorDetails details(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof PostgresqlException found) {
                return found.getErrorDetails();
            }
        }
        return null;
    }
}
