package io.rems.firm.signin;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** One answer for every reason: which e-mails exist, and which are locked, is not told. */
@SuppressWarnings("serial")
class SignInRefused extends ProblemException {

    private SignInRefused(String detail) {
        super(Problem.of(HttpStatus.UNAUTHORIZED, "AUTH_INVALID", detail));
    }

    static SignInRefused password() {
        return new SignInRefused(
                "E-mail and password do not fit, or there were too many attempts. Check them, or try again later.");
    }

    static SignInRefused refreshToken() {
        return new SignInRefused("This refresh token is not valid any more. Sign in again.");
    }
}
