package io.rems.platform.http;

import io.rems.platform.problem.ProblemException;
import io.rems.platform.problem.Problems;

/** Another service did not answer: it is slow, broken or absent, and was asked often enough. */
@SuppressWarnings("serial")
public final class RemoteUnavailable extends ProblemException {

    private final String service;

    RemoteUnavailable(String service, Throwable cause) {
        super(Problems.unavailable(), cause);
        this.service = service;
    }

    @Override
    public String getMessage() {
        return service + "-service is not available: " + getCause();
    }
}
