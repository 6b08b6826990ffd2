package io.rems.platform.problem;

/** Ends a request with a problem; thrown for control flow, hence without a stack trace. */
@SuppressWarnings("serial")
public class ProblemException extends RuntimeException {

    private final Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
