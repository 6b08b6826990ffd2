package io.rems.platform.problem;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import io.rems.platform.database.Constraints;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the database refuses, and what it is too busy for. */
final class DatabaseProblems implements ProblemMapping {

    private static final String NOT_TEXT = "22021";

    @Override
    public @Nullable Problem of(Throwable error) {
        return switch (error) {
            case OptimisticLockingFailureException _ -> new StaleVersion().problem();
            case DataIntegrityViolationException unfit
            when Constraints.hasState(unfit, NOT_TEXT) ->
                JsonProblems.malformed("Text must not contain the character NUL.");
            case DuplicateKeyException _ ->
                Problem.of(HttpStatus.CONFLICT, "DUPLICATE", "There is one like this already, or its id is taken.");
            case TransientDataAccessException _, DataAccessResourceFailureException _ -> Problems.unavailable();
            case CannotCreateTransactionException _ -> Problems.unavailable();
            case R2dbcTransientException _, R2dbcNonTransientResourceException _ -> Problems.unavailable();
            default -> null;
        };
    }
}
