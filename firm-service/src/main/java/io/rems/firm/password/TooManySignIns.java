package io.rems.firm.password;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The line of those whose password is to be judged is full: 429, so that a flood of sign-ins starves nothing else. */
@SuppressWarnings("serial")
class TooManySignIns extends ProblemException {

    TooManySignIns() {
        super(Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "RATE_LIMITED",
                        "Too many people are signing in right now. Try again in a few seconds.")
                .withHeader(HttpHeaders.RETRY_AFTER, "5"));
    }
}
