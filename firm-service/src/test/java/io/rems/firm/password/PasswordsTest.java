package io.rems.firm.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PasswordsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Passwords passwords = new Passwords(new HashingSettings(1024, 1, 1, 2));

    @AfterEach
    void stop() {
        passwords.destroy();
    }

    @Test
    void onlyTheRightPasswordFits() {
        var hash = result(passwords.hash("correct horse battery"));

        assertThat(hash).startsWith("$argon2id$");
        assertThat(result(passwords.match("correct horse battery", hash))).isTrue();
        assertThat(result(passwords.match("correct horse", hash))).isFalse();
        assertThat(result(passwords.match("nobody has this password", null))).isFalse();
    }

    @Test
    void beyondTheQueueOneIsToldToWait() {
        var answers = result(Flux.fromStream(IntStream.range(0, 40).boxed())
                .flatMap(
                        _ -> passwords
                                .match("guess", null)
                                .map(_ -> "hashed")
                                .onErrorResume(
                                        ProblemException.class,
                                        e -> Mono.just(e.problem().code())),
                        40)
                .collectList());

        assertThat(answers).hasSize(40).containsOnly("hashed", "RATE_LIMITED").contains("hashed", "RATE_LIMITED");
    }

    @Test
    void absentHashTakesAsLongAsAnother() {
        var slow = new Passwords(new HashingSettings(19456, 2, 1, 100));
        var hash = result(slow.hash("correct horse battery"));
        result(slow.match("warm up", hash));

        var ratios = IntStream.range(0, 11)
                .mapToDouble(_ -> (double) nanosFor(slow, null) / nanosFor(slow, hash))
                .sorted()
                .toArray();

        assertThat(ratios[5]).as("median of absent to present").isBetween(0.5, 2.0);
        slow.destroy();
    }

    private static long nanosFor(Passwords passwords, @Nullable String hash) {
        var start = System.nanoTime();
        result(passwords.match("guess", hash));
        return System.nanoTime() - start;
    }

    private static <T> T result(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }
}
