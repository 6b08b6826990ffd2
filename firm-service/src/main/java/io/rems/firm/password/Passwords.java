package io.rems.firm.password;

import java.text.Normalizer;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Argon2id on threads of its own, few and with a bounded queue: hashing is slow on purpose, and nothing else may wait for it. */
@Component
public class Passwords implements DisposableBean {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2PasswordEncoder encoder;
    private final Scheduler scheduler;
    private final String nobodysHash;

    Passwords(HashingSettings settings) {
        this.encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, settings.memory(), settings.iterations());
        this.scheduler = Schedulers.fromExecutorService(new HashingThreads(settings), "argon2");
        this.nobodysHash = encode("nobody has this password");
    }

    public Mono<String> hash(String password) {
        return apart(() -> encode(normalised(password)));
    }

    /** Compares with a hash; takes the same time where there is none. */
    public Mono<Match> match(String password, @Nullable String hash) {
        return apart(() -> compared(password, hash == null ? nobodysHash : hash))
                .map(match -> hash == null ? Match.WRONG : match);
    }

    /**
     * Keyboards and systems write the same letter in different ways, composed or not: what looks alike is the same
     * password (NIST SP 800-63B).
     */
    static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }

    /** Hashes that are older than this rule are of the password as it was typed when it was chosen. */
    private Match compared(String password, String hash) {
        var form = normalised(password);
        if (encoder.matches(form, hash)) {
            return encoder.upgradeEncoding(hash) ? Match.OUTDATED : Match.RIGHT;
        }
        return !form.equals(password) && encoder.matches(password, hash) ? Match.OUTDATED : Match.WRONG;
    }

    private String encode(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash of a password");
        }
        return hash;
    }

    /** What follows runs elsewhere: these threads are for hashing, and for nothing that others wait for. */
    private <T> Mono<T> apart(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(scheduler)
                .publishOn(Schedulers.parallel())
                .onErrorMap(RejectedExecutionException.class, _ -> new TooManySignIns());
    }
}
