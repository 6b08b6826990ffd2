package io.rems.firm.signin.web;

import io.rems.firm.signin.Admission;
import io.rems.firm.signin.domain.Challenge;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How a portal is told where a good first proof leads, whichever proof it was. */
public final class AdmissionAnswer {

    /** {@code enrolmentRequired}: a second factor has to be set up first; {@code expiresIn} is in seconds. */
    public record ChallengeView(String challenge, long expiresIn, boolean enrolmentRequired) {

        static ChallengeView of(Admission.Challenged challenged) {
            return new ChallengeView(
                    challenged.challenge().secret(),
                    challenged.expiresIn(),
                    challenged.purpose() == Challenge.Purpose.ENROLMENT);
        }
    }

    private AdmissionAnswer() {}

    public static ResponseEntity<Object> of(Admission admission) {
        return switch (admission) {
            case Admission.SignedIn(var tokens) -> SignInController.unstored(HttpStatus.OK, tokens);
            case Admission.Challenged challenged ->
                SignInController.unstored(HttpStatus.ACCEPTED, ChallengeView.of(challenged));
        };
    }
}
