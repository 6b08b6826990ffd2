package io.rems.platform.problem;

import org.springframework.http.HttpStatus;

/** Somebody else changed the resource since the client read it. */
@SuppressWarnings("serial")
public class StaleVersion extends ProblemException {

    public StaleVersion() {
        super(Problem.of(
                HttpStatus.PRECONDITION_FAILED,
                "STALE_VERSION",
                "It was changed meanwhile. Read it again and repeat the change with its new ETag."));
    }
}
