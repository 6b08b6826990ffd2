package io.rems.firm.signin;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** One answer for every reason: which e-mails exist, and which are locked, is not told. */
@SuppressWarnings("serial")
class SignInRefused extends ProblemException {

    private SignInRefused(String detail) {
        this("AUTH_INVALID", detail);
    }

    private SignInRefused(String code, String detail) {
        super(Problem.of(HttpStatus.UNAUTHORIZED, code, detail));
    }

    static SignInRefused password() {
        return new SignInRefused(
                "E-mail and password do not fit, or there were too many attempts. Check them, or try again later.");
    }

    static SignInRefused refreshToken() {
        return new SignInRefused("This refresh token is not valid any more. Sign in again.");
    }

    static SignInRefused code() {
        return new SignInRefused(
                "SECOND_FACTOR_INVALID",
                "This code is not valid any more, or there were too many wrong ones. Wait for the next code, or try later.");
    }

    static SignInRefused challenge() {
        return new SignInRefused("This sign-in took too long, or is over already. Begin again with the password.");
    }
}
