package io.rems.firm.account;

import io.rems.firm.password.Passwords;
import io.rems.firm.signin.Candidates;
import io.rems.firm.signin.FailedAttempts;
import io.rems.firm.signin.domain.Attempts.Verdict.Admitted;
import io.rems.firm.signin.domain.Attempts.Verdict.Refused;
import io.rems.firm.signin.domain.Candidate;
import io.rems.firm.user.PortalUser;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.InvalidRequest;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks a signed-in user for his password again, before what a thief of his session would want. Failures count like those
 * at sign-in, so that nobody guesses here what he may not guess there.
 */
@Component
class ConfirmPassword {
    private final Transactions transactions;
    private final Candidates candidates;
    private final FailedAttempts failedAttempts;
    private final Passwords passwords;
    private final Clock clock;

    ConfirmPassword(
            Transactions transactions,
            Candidates candidates,
            FailedAttempts failedAttempts,
            Passwords passwords,
            Clock clock) {
        this.transactions = transactions;
        this.candidates = candidates;
        this.failedAttempts = failedAttempts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Fails on that field if it is not the user's password, or if there were too many failures. */
    Mono<Void> confirm(PortalUser user, String field, String password) {
        var key = user.email().key();
        return transactions
                .acrossFirms(candidates.byEmail(key))
                .flatMap(candidate -> passwords
                        .match(password, candidate.passwordHash())
                        .flatMap(matches -> transactions.acrossFirms(judged(key, candidate, matches))))
                .filter(admitted -> admitted)
                .switchIfEmpty(Mono.error(() -> new InvalidRequest(
                        field, "WRONG", "is not your password, or there were too many attempts: try again later")))
                .then();
    }

    /** A refusal is committed, then told. */
    private Mono<Boolean> judged(String key, Candidate candidate, boolean matches) {
        return candidates.rulesFor(candidate).flatMap(rules -> {
            var now = clock.instant();
            return failedAttempts.of(key, now).flatMap(before -> switch (before.judge(matches, rules, now)) {
                case Admitted _ -> failedAttempts.forget(key).thenReturn(true);
                case Refused(var next) -> failedAttempts.remember(key, next).thenReturn(false);
            });
        });
    }
}
