package io.rems.firm.signin;

import io.rems.firm.password.Passwords;
import io.rems.firm.signin.domain.Attempts;
import io.rems.firm.signin.domain.Attempts.Locked;
import io.rems.firm.signin.domain.Attempts.Verdict.Admitted;
import io.rems.firm.signin.domain.Attempts.Verdict.Refused;
import io.rems.firm.signin.domain.Candidate;
import io.rems.firm.signin.domain.FailureReason;
import io.rems.firm.signin.domain.SignInEvent;
import io.rems.firm.signin.domain.SignInMethod;
import io.rems.firm.user.EmailAddress;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Client;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sign-in with a password. An e-mail that is nobody's goes through the same statements and the same hashing as any
 * other, and is locked like any other, so that neither answer nor time tells it apart.
 */
@Component
public class SignIn {
    private static final Caller ITSELF = Caller.acting(Actor.service("firm"), FirmId.PLATFORM);

    private final Transactions transactions;
    private final Candidates candidates;
    private final FailedAttempts failedAttempts;
    private final Passwords passwords;
    private final StartSession startSession;
    private final SignInRecords records;
    private final PublishSignIn publish;
    private final SignInSettings settings;
    private final Clock clock;

    SignIn(
            Transactions transactions,
            Candidates candidates,
            FailedAttempts failedAttempts,
            Passwords passwords,
            StartSession startSession,
            SignInRecords records,
            PublishSignIn publish,
            SignInSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.candidates = candidates;
        this.failedAttempts = failedAttempts;
        this.passwords = passwords;
        this.startSession = startSession;
        this.records = records;
        this.publish = publish;
        this.settings = settings;
        this.clock = clock;
    }

    /** Hashes between two transactions, for no connection may be held meanwhile. A refusal is committed, then told. */
    public Mono<Tokens> signIn(String email, String password, Client client) {
        var key = EmailAddress.keyOf(email);
        return transactions
                .acrossFirms(candidates.byEmail(key))
                .flatMap(candidate -> passwords
                        .match(password, candidate.passwordHash())
                        .flatMap(matches -> settled(new Attempt(key, candidate, matches, client))))
                .switchIfEmpty(Mono.error(SignInRefused::password));
    }

    private record Attempt(String key, Candidate candidate, boolean matches, Client client) {

        boolean convinces() {
            return matches && candidate.active();
        }

        FailureReason failure() {
            return matches ? FailureReason.NOT_ACTIVE : FailureReason.WRONG_PASSWORD;
        }
    }

    private Mono<Tokens> settled(Attempt attempt) {
        return transactions
                .acrossFirms(Mono.defer(() -> judge(attempt, clock.instant())))
                .contextWrite(context -> CurrentCaller.with(context, ITSELF));
    }

    private Mono<Tokens> judge(Attempt attempt, Instant now) {
        return candidates
                .rulesFor(attempt.candidate())
                .flatMap(rules -> failedAttempts.of(attempt.key(), now).flatMap(before -> switch (before.judge(
                        attempt.convinces(), rules, now)) {
                    case Admitted _ -> failedAttempts.forget(attempt.key()).then(admit(attempt, now));
                    case Refused refused -> refuse(attempt, before, refused, now);
                }));
    }

    private Mono<Tokens> admit(Attempt attempt, Instant now) {
        return startSession.start(attempt.candidate().user(), SignInMethod.PASSWORD, attempt.client(), now);
    }

    private Mono<Tokens> refuse(Attempt attempt, Attempts before, Refused refused, Instant now) {
        var remembered = failedAttempts
                .remember(attempt.key(), refused.next())
                .then(failedAttempts.dropOlderThan(now.minus(settings.attemptsKept())));
        return remembered
                .then(refused.next().equals(before) ? Mono.empty() : told(attempt, refused, now))
                .then(Mono.empty());
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
