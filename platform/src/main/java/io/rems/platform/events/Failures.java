package io.rems.platform.events;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a failure that will pass (the database is away) from one that will not (the event cannot be applied). */
final class Failures {
    private Failures() {}

    static boolean willPass(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (isPassing(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(Throwable cause) {
        return cause instanceof R2dbcTransientException
                || cause instanceof R2dbcTimeoutException
                || cause instanceof R2dbcNonTransientResourceException
                || cause instanceof TransientDataAccessException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TimeoutException
                || cause instanceof IOException;
    }
}
