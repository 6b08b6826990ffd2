package io.rems.firm.signin;

import io.rems.firm.password.Match;
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
    private final NoteFailure noteFailure;
    private final PublishSignIn publish;
    private final SignInSettings settings;

    JudgeAttempt(
            Candidates candidates,
            FailedAttempts failedAttempts,
            SlowDown slowDown,
            NoteFailure noteFailure,
            PublishSignIn publish,
            SignInSettings settings) {
        this.candidates = candidates;
        this.failedAttempts = failedAttempts;
        this.slowDown = slowDown;
        this.noteFailure = noteFailure;
        this.publish = publish;
        this.settings = settings;
    }

    /** One try with a password: whom the e-mail names, if anybody, and whether it fits his hash. */
    record Attempt(String emailKey, Candidate candidate, Match match, Client client) {

        boolean convinces() {
            return match != Match.WRONG && candidate.active();
        }

        FailureReason failure() {
            return match == Match.WRONG ? FailureReason.WRONG_PASSWORD : FailureReason.NOT_ACTIVE;
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
        var lockedOut = candidate.isSomebody() && refused.next() instanceof Locked(var until)
                ? publish.event(new SignInEvent.LockedOut(candidate.user(), candidate.version(), until))
                : Mono.<Void>empty();
        return noteFailure
                .note(candidate, attempt.failure(), attempt.client(), now)
                .then(lockedOut);
    }
}
