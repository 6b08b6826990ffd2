package io.rems.firm.signin;

import io.rems.firm.password.Passwords;
import io.rems.firm.signin.domain.Candidate;
import io.rems.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Hashes a password anew where the stored hash was made with weaker parameters than those configured now: at sign-in, the
 * only moment when it is known, and after it has succeeded. If it cannot be done now it is done the next time.
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
    Mono<Void> ifOutdated(Candidate candidate, String password) {
        var hash = candidate.passwordHash();
        if (hash == null || !passwords.isOutdated(hash)) {
            return Mono.empty();
        }
        return passwords
                .hash(password)
                .flatMap(stronger -> transactions.acrossFirms(candidates.replaceHash(candidate.user(), hash, stronger)))
                .doOnError(error ->
                        LOG.info("A password hash stays as it is until the next sign-in: {}", error.toString()))
                .onErrorComplete();
    }
}
