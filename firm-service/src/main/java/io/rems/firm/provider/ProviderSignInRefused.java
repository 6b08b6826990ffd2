package io.rems.firm.provider;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** One answer for every reason, as with a wrong password: who has an account, and how it stands, is not told. */
@SuppressWarnings("serial")
class ProviderSignInRefused extends ProblemException {

    ProviderSignInRefused() {
        super(Problem.of(
                HttpStatus.UNAUTHORIZED,
                "AUTH_INVALID",
                "This account of the provider does not open REMS, or the sign-in took too long. Begin it again, or ask"
                        + " the administrator of your firm for an invitation to this e-mail."));
    }
}
