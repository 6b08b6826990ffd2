package io.rems.firm.signin.web;

import static io.rems.firm.signin.web.SignInController.unstored;

import io.rems.firm.secondfactor.EnrolSecondFactor.Offer;
import io.rems.firm.signin.AnswerChallenge;
import io.rems.firm.signin.AnswerChallenge.Enrolled;
import io.rems.firm.signin.Tokens;
import io.rems.firm.signin.domain.Challenge;
import io.rems.platform.access.Client;
import io.rems.platform.access.PublicEndpoint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The second half of a sign-in that was answered with a challenge. */
@RestController
@RequestMapping("/api/v1/auth/second-factor")
class ChallengeController {
    private final AnswerChallenge answerChallenge;

    ChallengeController(AnswerChallenge answerChallenge) {
        this.answerChallenge = answerChallenge;
    }

    /** {@code code}: six digits of the authenticator, or a recovery code. */
    record CodeAnswer(
            @NotBlank @Size(max = 200) String challenge,
            @NotBlank @Size(max = 40) String code) {

        @Override
        public String toString() {
            return "CodeAnswer[...]";
        }
    }

    record Enrolment(@NotBlank @Size(max = 200) String challenge) {

        @Override
        public String toString() {
            return "Enrolment[...]";
        }
    }

    /** The tokens of the new session; the recovery codes are not shown again. */
    record FirstTokens(String accessToken, String refreshToken, long expiresIn, List<String> recoveryCodes) {

        static FirstTokens of(Enrolled enrolled) {
            var tokens = enrolled.tokens();
            return new FirstTokens(
                    tokens.accessToken(), tokens.refreshToken(), tokens.expiresIn(), enrolled.recoveryCodes());
        }

        @Override
        public String toString() {
            return "FirstTokens[...]";
        }
    }

    @PostMapping
    @PublicEndpoint
    Mono<ResponseEntity<Tokens>> answer(@Valid @RequestBody CodeAnswer request, Client client) {
        return answerChallenge
                .withCode(new Challenge(request.challenge()), request.code(), client)
                .map(tokens -> unstored(HttpStatus.OK, tokens));
    }

    @PostMapping("/enrolment")
    @PublicEndpoint
    Mono<ResponseEntity<Offer>> begin(@Valid @RequestBody Enrolment request, Client client) {
        return answerChallenge
                .beginEnrolment(new Challenge(request.challenge()), client)
                .map(offer -> unstored(HttpStatus.OK, offer));
    }

    @PostMapping("/enrolment/confirmation")
    @PublicEndpoint
    Mono<ResponseEntity<FirstTokens>> confirm(@Valid @RequestBody CodeAnswer request, Client client) {
        return answerChallenge
                .confirmEnrolment(new Challenge(request.challenge()), request.code(), client)
                .map(enrolled -> unstored(HttpStatus.OK, FirstTokens.of(enrolled)));
    }
}
