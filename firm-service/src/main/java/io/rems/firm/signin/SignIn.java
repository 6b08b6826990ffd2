package io.rems.firm.signin;

import io.rems.firm.password.Passwords;
import io.rems.firm.signin.domain.Attempts;
import io.rems.firm.signin.domain.Attempts.Locked;
import io.rems.firm.signin.domain.Attempts.Verdict.Admitted;
import io.rems.firm.signin.domain.Attempts.Verdict.Refused;
import io.rems.firm.signin.domain.Candidate;
import io.rems.firm.signin.domain.Session;
import io.rems.firm.signin.domain.SignInEvent;
import io.rems.firm.user.EmailAddress;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sign-in with a password. An e-mail that is nobody's goes through the same statements and the same hashing as any
 * other, and is locked like any other, so that neither answer nor time tells it apart.
 */
@Component
public class SignIn {
    private final Transactions transactions;
    private final Candidates candidates;
    private final FailedAttempts failedAttempts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final IssueTokens issueTokens;
    private final SignInMessages messages;
    private final Outbox outbox;
    private final SignInSettings settings;
    private final Clock clock;

    SignIn(
            Transactions transactions,
            Candidates candidates,
            FailedAttempts failedAttempts,
            Sessions sessions,
            Passwords passwords,
            IssueTokens issueTokens,
            SignInMessages messages,
            Outbox outbox,
            SignInSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.candidates = candidates;
        this.failedAttempts = failedAttempts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.issueTokens = issueTokens;
        this.messages = messages;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Hashes between two transactions, for no connection may be held meanwhile. A refusal is committed, then told. */
    public Mono<Tokens> signIn(String email, String password) {
        var key = EmailAddress.keyOf(email);
        return transactions
                .acrossFirms(candidates.byEmail(key))
                .flatMap(candidate -> passwords
                        .match(password, candidate.passwordHash())
                        .flatMap(matches -> settled(key, candidate, matches && candidate.active())))
                .switchIfEmpty(Mono.error(SignInRefused::password));
    }

    private Mono<Tokens> settled(String key, Candidate candidate, boolean matches) {
        var actor = matches ? Actor.user(candidate.user()) : Actor.service("firm");
        return transactions
                .acrossFirms(Mono.defer(() -> judge(key, candidate, matches, clock.instant())))
                .contextWrite(context -> CurrentCaller.with(context, Caller.acting(actor, FirmId.PLATFORM)));
    }

    private Mono<Tokens> judge(String key, Candidate candidate, boolean matches, Instant now) {
        return candidates
                .rulesFor(candidate)
                .flatMap(rules -> failedAttempts.of(key, now).flatMap(before -> switch (before.judge(
                        matches, rules, now)) {
                    case Admitted _ -> failedAttempts.forget(key).then(admit(candidate, now));
                    case Refused refused -> refuse(key, candidate, before, refused, now);
                }));
    }

    private Mono<Tokens> admit(Candidate candidate, Instant now) {
        var session = new Session.Open(Identifiers.next(), candidate.user(), now.plus(settings.sessionLife()));
        return sessions.open(session, now)
                .then(publish(new SignInEvent.SignedIn(candidate.user(), session.id())))
                .then(issueTokens.issue(session, now));
    }

    private Mono<Tokens> refuse(String key, Candidate candidate, Attempts before, Refused refused, Instant now) {
        var remembered = failedAttempts
                .remember(key, refused.next())
                .then(failedAttempts.dropOlderThan(now.minus(settings.attemptsKept())));
        var told = candidate.isSomebody()
                        && refused.next() instanceof Locked(var until)
                        && !refused.next().equals(before)
                ? publish(new SignInEvent.LockedOut(candidate.user(), candidate.version(), until))
                : Mono.<Void>empty();
        return remembered.then(told).then(Mono.empty());
    }

    private Mono<Void> publish(SignInEvent event) {
        return outbox.appendFor(FirmId.PLATFORM, List.of(messages.of(event)));
    }
}
