package io.rems.firm.password;

import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
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
    private static final int IDLE_SECONDS = 60;

    private final Argon2PasswordEncoder encoder;
    private final Scheduler scheduler;
    private final Semaphore places;
    private final String nobodysHash;

    Passwords(HashingSettings settings) {
        this.encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, settings.memory(), settings.iterations());
        int waitingPerThread = Math.max(1, settings.queue() / settings.workers());
        this.scheduler =
                Schedulers.newBoundedElastic(settings.workers(), waitingPerThread, "argon2", IDLE_SECONDS, true);
        this.places = new Semaphore(settings.workers() + settings.queue());
        this.nobodysHash = encode("nobody has this password");
    }

    public Mono<String> hash(String password) {
        return apart(() -> encode(password));
    }

    /** Gives work that will hash a place before it costs anything else; where none is left it is refused at once. */
    public <T> Mono<T> inLine(Mono<T> work) {
        return Mono.using(this::place, _ -> work, Semaphore::release);
    }

    /** Whether a hash was made with weaker parameters than those configured now. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Compares with a hash; takes the same time where there is none. */
    public Mono<Boolean> match(String password, @Nullable String hash) {
        return apart(() -> encoder.matches(password, hash == null ? nobodysHash : hash) && hash != null);
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }

    private Semaphore place() {
        if (!places.tryAcquire()) {
            throw new TooManySignIns();
        }
        return places;
    }

    private String encode(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash of a password");
        }
        return hash;
    }

    private <T> Mono<T> apart(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, _ -> new TooManySignIns());
    }
}
