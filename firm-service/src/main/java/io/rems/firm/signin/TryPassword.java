package io.rems.firm.signin;

import io.rems.firm.password.Line;
import io.rems.firm.password.Passwords;
import io.rems.firm.signin.Candidates.Known;
import io.rems.firm.signin.JudgeAttempt.Attempt;
import io.rems.platform.access.Client;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The one way in which a password is tried, wherever it is asked for: in line, and with what was tried before. */
@Component
class TryPassword {
    private final Line line;
    private final Transactions transactions;
    private final SlowDown slowDown;
    private final Passwords passwords;
    private final JudgeAttempt judge;
    private final UpgradeHash upgradeHash;
    private final Clock clock;

    TryPassword(
            Line line,
            Transactions transactions,
            SlowDown slowDown,
            Passwords passwords,
            JudgeAttempt judge,
            UpgradeHash upgradeHash,
            Clock clock) {
        this.line = line;
        this.transactions = transactions;
        this.slowDown = slowDown;
        this.passwords = passwords;
        this.judge = judge;
        this.upgradeHash = upgradeHash;
        this.clock = clock;
    }

    /**
     * Hashes between two transactions, for no connection may be held meanwhile.
     *
     * @param whom who is meant, looked up in the first transaction
     * @param admitted what follows of the right password, in the second one
     * @return empty if it is refused, which is committed by then
     */
    <T> Mono<T> of(Mono<Known> whom, String password, Client client, BiFunction<Attempt, Instant, Mono<T>> admitted) {
        return line.turn(transactions
                .acrossFirms(Mono.defer(() -> slowDown.admit(client, clock.instant()))
                        .then(whom))
                .flatMap(known -> compared(known, password, client))
                .flatMap(attempt -> transactions
                        .acrossFirms(Mono.defer(() -> decided(attempt, admitted)))
                        .flatMap(given ->
                                upgradeHash.ifOutdated(attempt, password).thenReturn(given))));
    }

    private Mono<Attempt> compared(Known known, String password, Client client) {
        return passwords
                .match(password, known.candidate().passwordHash())
                .map(match -> new Attempt(known.emailKey(), known.candidate(), match, client));
    }

    private <T> Mono<T> decided(Attempt attempt, BiFunction<Attempt, Instant, Mono<T>> admitted) {
        var now = clock.instant();
        return judge.admits(attempt, now).filter(good -> good).flatMap(_ -> admitted.apply(attempt, now));
    }
}
