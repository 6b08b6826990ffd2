package io.rems.firm.signin;

import io.rems.firm.password.Match;
import io.rems.firm.password.Passwords;
import io.rems.firm.signin.JudgeAttempt.Attempt;
import io.rems.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Hashes a password anew where the stored hash was made with weaker parameters than those configured now, or of a form of
 * it that is not used any more: when it was shown, the only moment when it is known, and was right. If it cannot be done now it is done the next time.
 */
@Component
class UpgradeHash {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeHash.class);

    private final Passwords passwords;
    private final Transactions transactions;
    private final Candidates candidates;

    UpgradeHash(Passwords passwords, Transactions transactions, Candidates candidates) {
        this.passwords = passwords;
        this.transactions = transactions;
        this.candidates = candidates;
    }

    /** A password that has been changed in between stays: only the hash that was seen is replaced. */
    Mono<Void> ifOutdated(Attempt attempt, String password) {
        var hash = attempt.candidate().passwordHash();
        if (hash == null || attempt.match() != Match.OUTDATED) {
            return Mono.empty();
        }
        return passwords
                .hash(password)
                .flatMap(stronger -> transactions.acrossFirms(
                        candidates.replaceHash(attempt.candidate().user(), hash, stronger)))
                .doOnError(error ->
                        LOG.info("A password hash stays as it is until the next sign-in: {}", error.toString()))
                .onErrorComplete();
    }
}
