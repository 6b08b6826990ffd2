package io.rems.firm.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.problem.ProblemException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PasswordsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Passwords passwords = new Passwords(new HashingSettings(1024, 1, 1, 1, 2, PATIENCE));

    @AfterEach
    void stop() {
        passwords.destroy();
    }

    @Test
    void onlyTheRightPasswordFits() {
        var hash = result(passwords.hash("correct horse battery"));

        assertThat(hash).startsWith("$argon2id$");
        assertThat(result(passwords.match("correct horse battery", hash))).isEqualTo(Match.RIGHT);
        assertThat(result(passwords.match("correct horse", hash))).isEqualTo(Match.WRONG);
        assertThat(result(passwords.match("nobody has this password", null))).isEqualTo(Match.WRONG);
    }

    @Test
    void passwordIsTheSameHoweverItsLettersAreWritten() {
        var composed = "Zo\u00eb's caf\u00e9 in \ufb01nland";
        var decomposed = Normalizer.normalize("Zo\u00eb's caf\u00e9 in finland", Normalizer.Form.NFD);

        assertThat(result(passwords.match(decomposed, result(passwords.hash(composed)))))
                .isEqualTo(Match.RIGHT);
        assertThat(result(passwords.match(composed, result(passwords.hash(decomposed)))))
                .isEqualTo(Match.RIGHT);
    }

    @Test
    void hashOfAPasswordAsItWasTypedOnceIsGoodStillAndOutdated() {
        var decomposed = Normalizer.normalize("Zo\u00eb's caf\u00e9 in finland", Normalizer.Form.NFD);
        var old = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(decomposed);

        assertThat(result(passwords.match(decomposed, old))).isEqualTo(Match.OUTDATED);
        assertThat(result(passwords.match("Zo\u00eb's caf\u00e9 in Finland", old)))
                .isEqualTo(Match.WRONG);
    }

    @Test
    void hashWithWeakerParametersIsOutdated() {
        var weak = new Argon2PasswordEncoder(16, 32, 1, 512, 1).encode("correct horse battery");

        assertThat(result(passwords.match("correct horse battery", weak))).isEqualTo(Match.OUTDATED);
        assertThat(result(passwords.match("correct horse", weak))).isEqualTo(Match.WRONG);
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
        var slow = new Passwords(new HashingSettings(9216, 4, 1, 1, 100, PATIENCE));
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
