package io.rems.platform.problem;

import org.springframework.http.HttpStatus;

/** Absent, or another firm's: the answer is the same, for existence is not told. */
@SuppressWarnings("serial")
public class NotFound extends ProblemException {

    /** {@code what} in the words of the business: {@code "expense"}. */
    public NotFound(String what, Object id) {
        super(Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no " + what + " " + id + " in this firm."));
    }
}
