package io.rems.firm.signin;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Too many sign-ins have failed from where this one comes from. */
@SuppressWarnings("serial")
class TooManyFailures extends ProblemException {

    TooManyFailures(Duration wait) {
        super(Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "RATE_LIMITED",
                        "Too many sign-ins have failed from this address. Wait the seconds in the header Retry-After.")
                .withHeader(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(wait.plusMillis(999).toSeconds())));
    }
}
