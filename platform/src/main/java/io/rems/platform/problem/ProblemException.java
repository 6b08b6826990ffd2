package io.rems.platform.problem;

import org.jspecify.annotations.Nullable;

/** Ends a request with a problem; thrown for control flow, hence without a stack trace. */
@SuppressWarnings("serial")
public class ProblemException extends RuntimeException {

    private final Problem problem;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.code() + ": " + problem.detail(), cause, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
