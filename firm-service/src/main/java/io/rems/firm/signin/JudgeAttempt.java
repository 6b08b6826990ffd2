package io.rems.firm.signin;

import io.rems.firm.signin.domain.Attempts;
import io.rems.firm.signin.domain.Attempts.Locked;
import io.rems.firm.signin.domain.Attempts.Verdict.Admitted;
import io.rems.firm.signin.domain.Attempts.Verdict.Refused;
import io.rems.firm.signin.domain.Candidate;
import io.rems.firm.signin.domain.FailureReason;
import io.rems.firm.signin.domain.SignInEvent;
import io.rems.platform.access.Client;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides whether a password lets somebody in, with what was tried before; a refusal is remembered, so commit it. */
@Component
class JudgeAttempt {
    private final Candidates candidates;
    private final FailedAttempts failedAttempts;
    private final SlowDown slowDown;
    private final SignInRecords records;
    private final PublishSignIn publish;
    private final SignInSettings settings;

    JudgeAttempt(
            Candidates candidates,
            FailedAttempts failedAttempts,
            SlowDown slowDown,
            SignInRecords records,
            PublishSignIn publish,
            SignInSettings settings) {
        this.candidates = candidates;
        this.failedAttempts = failedAttempts;
        this.slowDown = slowDown;
        this.records = records;
        this.publish = publish;
        this.settings = settings;
    }

    /** One try with a password: whom the e-mail names, if anybody, and whether it fits his hash. */
    record Attempt(String emailKey, Candidate candidate, boolean matches, Client client) {

        boolean convinces() {
            return matches && candidate.active();
        }

        FailureReason failure() {
            return matches ? FailureReason.NOT_ACTIVE : FailureReason.WRONG_PASSWORD;
        }
    }

    /** In the open transaction across firms. */
    Mono<Boolean> admits(Attempt attempt, Instant now) {
        return candidates
                .rulesFor(attempt.candidate())
                .flatMap(rules -> failedAttempts.of(attempt.emailKey(), now).flatMap(before -> switch (before.judge(
                        attempt.convinces(), rules, now)) {
                    case Admitted _ -> Mono.just(true);
                    case Refused refused ->
                        refuse(attempt, before, refused, now).thenReturn(false);
                }));
    }

    private Mono<Void> refuse(Attempt attempt, Attempts before, Refused refused, Instant now) {
        return failedAttempts
                .remember(attempt.emailKey(), refused.next())
                .then(failedAttempts.dropOlderThan(now.minus(settings.attemptsKept())))
                .then(slowDown.failed(attempt.client(), now))
                .then(refused.next().equals(before) ? Mono.empty() : told(attempt, refused, now));
    }

    /** While an account is locked nothing more is told of it: whoever goes on trying could fill everything. */
    private Mono<Void> told(Attempt attempt, Refused refused, Instant now) {
        var candidate = attempt.candidate();
        var recorded = records.failed(candidate, attempt.failure(), attempt.client(), now);
        if (!candidate.isSomebody()) {
            return recorded;
        }
        var failed =
                publish.event(new SignInEvent.SignInFailed(candidate.user(), candidate.version(), attempt.failure()));
        var lockedOut = refused.next() instanceof Locked(var until)
                ? publish.event(new SignInEvent.LockedOut(candidate.user(), candidate.version(), until))
                : Mono.<Void>empty();
        return recorded.then(failed).then(lockedOut);
    }
}
