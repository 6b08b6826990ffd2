package io.rems.firm.signin;

import io.rems.firm.secondfactor.SecondFactors;
import io.rems.firm.secondfactor.SecondFactors.Standing;
import io.rems.firm.signin.JudgeAttempt.Attempt;
import io.rems.firm.signin.domain.Challenge;
import io.rems.firm.signin.domain.Challenge.Purpose;
import io.rems.firm.signin.domain.SignInMethod;
import io.rems.platform.access.Client;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where the first proof was good: a session begins, unless a second factor is in use or required. */
@Component
public class AdmitUser {
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
                return challenge(user, standing, SignInMethod.PASSWORD_AND_TOTP, now);
            }
            return failedAttempts
                    .forget(attempt.emailKey())
                    .then(startSession.start(user, SignInMethod.PASSWORD, attempt.client(), now))
                    .map(Admission.SignedIn::new);
        });
    }

    /**
     * Whom a provider has signed in. It speaks for the first factor, and for the second if it asked for one.
     * Runs in the open transaction across firms.
     */
    public Mono<Admission> admitFromProvider(UUID user, boolean twoFactors, Client client, Instant now) {
        return secondFactors
                .standingOf(user)
                .flatMap(standing -> twoFactors || !(standing.enrolled() || standing.required())
                        ? startSession
                                .start(user, SignInMethod.PROVIDER, client, now)
                                .map(Admission.SignedIn::new)
                        : challenge(user, standing, SignInMethod.PROVIDER, now));
    }

    private Mono<Admission> challenge(UUID user, Standing standing, SignInMethod method, Instant now) {
        var challenge = Challenge.fresh();
        var purpose = standing.enrolled() ? Purpose.CODE : Purpose.ENROLMENT;
        return challenges
                .add(challenge, user, purpose, method, now.plus(settings.challengeLife()))
                .then(challenges.dropExpired(now))
                .thenReturn(new Admission.Challenged(
                        challenge, purpose, settings.challengeLife().toSeconds()));
    }
}
