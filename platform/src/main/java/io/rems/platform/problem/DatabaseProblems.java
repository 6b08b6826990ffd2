package io.rems.platform.problem;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import io.rems.platform.database.Constraints;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
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
    private static final String RAISED = "P0001";
    private static final String UNRELATED = "23503";
    private static final String EXCLUDED = "23P01";

    @Override
    public @Nullable Problem of(Throwable error) {
        return switch (error) {
            case OptimisticLockingFailureException _ -> new StaleVersion().problem();
            case DuplicateKeyException _ ->
                conflict("DUPLICATE", "There is one like this already, or its id is taken.");
            case DataAccessException unfit
            when Constraints.hasState(unfit, NOT_TEXT) ->
                JsonProblems.malformed("Text must not contain the character NUL.");
            case DataIntegrityViolationException unfit
            when Constraints.hasState(unfit, EXCLUDED) ->
                conflict("CONFLICT", "It overlaps with something that is there already.");
            case DataIntegrityViolationException unfit
            when Constraints.hasState(unfit, UNRELATED) ->
                conflict("CONFLICT", "It refers to something that is not there, or is itself referred to.");
            case DataAccessException raised when Constraints.hasState(raised, RAISED) -> null;
            case DataAccessException lost when Constraints.lostRace(lost) -> Problems.unavailable();
            case TransientDataAccessException _, DataAccessResourceFailureException _ -> Problems.unavailable();
            case CannotCreateTransactionException _ -> Problems.unavailable();
            case R2dbcTransientException _, R2dbcNonTransientResourceException _ -> Problems.unavailable();
            default -> null;
        };
    }

    private static Problem conflict(String code, String detail) {
        return Problem.of(HttpStatus.CONFLICT, code, detail);
    }
}
