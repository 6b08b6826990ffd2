package io.rems.firm.signin;

import io.rems.firm.password.Passwords;
import io.rems.firm.signin.JudgeAttempt.Attempt;
import io.rems.firm.user.EmailAddress;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Client;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import java.time.Clock;
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
    private final Passwords passwords;
    private final SlowDown slowDown;
    private final JudgeAttempt judge;
    private final AdmitUser admitUser;
    private final UpgradeHash upgradeHash;
    private final EvenRefusals refusals;
    private final Clock clock;

    SignIn(
            Transactions transactions,
            Candidates candidates,
            Passwords passwords,
            SlowDown slowDown,
            JudgeAttempt judge,
            AdmitUser admitUser,
            UpgradeHash upgradeHash,
            EvenRefusals refusals,
            Clock clock) {
        this.transactions = transactions;
        this.candidates = candidates;
        this.passwords = passwords;
        this.slowDown = slowDown;
        this.judge = judge;
        this.admitUser = admitUser;
        this.upgradeHash = upgradeHash;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Hashes between two transactions, for no connection may be held meanwhile. A refusal is committed, then told. */
    public Mono<Admission> signIn(String email, String password, Client client) {
        var key = EmailAddress.keyOf(email);
        var admission = transactions
                .acrossFirms(Mono.defer(() -> slowDown.admit(client, clock.instant()))
                        .then(candidates.byEmail(key)))
                .flatMap(candidate -> passwords
                        .match(password, candidate.passwordHash())
                        .flatMap(matches -> settled(new Attempt(key, candidate, matches, client)))
                        .flatMap(admitted ->
                                upgradeHash.ifOutdated(candidate, password).thenReturn(admitted)))
                .switchIfEmpty(Mono.error(SignInRefused::password));
        return refusals.of(passwords.inLine(admission));
    }

    private Mono<Admission> settled(Attempt attempt) {
        return transactions
                .acrossFirms(Mono.defer(() -> decided(attempt)))
                .contextWrite(context -> CurrentCaller.with(context, ITSELF));
    }

    private Mono<Admission> decided(Attempt attempt) {
        var now = clock.instant();
        return judge.admits(attempt, now).filter(admitted -> admitted).flatMap(_ -> admitUser.admit(attempt, now));
    }
}
