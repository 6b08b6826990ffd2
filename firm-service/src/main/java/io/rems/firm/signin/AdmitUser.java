package io.rems.firm.signin;

import io.rems.firm.secondfactor.SecondFactors;
import io.rems.firm.secondfactor.SecondFactors.Standing;
import io.rems.firm.signin.JudgeAttempt.Attempt;
import io.rems.firm.signin.domain.Challenge;
import io.rems.firm.signin.domain.Challenge.Purpose;
import io.rems.firm.signin.domain.SignInMethod;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where the password was right: a session begins, unless a second factor is in use or required. */
@Component
class AdmitUser {
    private final SecondFactors secondFactors;
    private final FailedAttempts failedAttempts;
    private final Challenges challenges;
    private final StartSession startSession;
    private final SignInSettings settings;

    AdmitUser(
            SecondFactors secondFactors,
            FailedAttempts failedAttempts,
            Challenges challenges,
            StartSession startSession,
            SignInSettings settings) {
        this.secondFactors = secondFactors;
        this.failedAttempts = failedAttempts;
        this.challenges = challenges;
        this.startSession = startSession;
        this.settings = settings;
    }

    /** Failures are forgotten by a whole sign-in only, not by half of one. */
    Mono<Admission> admit(Attempt attempt, Instant now) {
        var user = attempt.candidate().user();
        return secondFactors.standingOf(user).flatMap(standing -> {
            if (standing.enrolled() || standing.required()) {
                return challenge(user, standing, now);
            }
            return failedAttempts
                    .forget(attempt.emailKey())
                    .then(startSession.start(user, SignInMethod.PASSWORD, attempt.client(), now))
                    .map(Admission.SignedIn::new);
        });
    }

    private Mono<Admission> challenge(UUID user, Standing standing, Instant now) {
        var challenge = Challenge.fresh();
        var purpose = standing.enrolled() ? Purpose.CODE : Purpose.ENROLMENT;
        return challenges
                .add(challenge, user, purpose, now.plus(settings.challengeLife()))
                .then(challenges.dropExpired(now))
                .thenReturn(new Admission.Challenged(
                        challenge, purpose, settings.challengeLife().toSeconds()));
    }
}
