package io.rems.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class IssuerKeysTest {
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final HandClock clock = new HandClock();
    private final SigningKey key = SigningKey.inMemory();
    private final SigningKey other = SigningKey.inMemory();
    private final KeyServer issuer = new KeyServer();
    private final IssuerKeys keys = IssuerKeys.at(issuer.address().toString(), clock);

    @BeforeEach
    void oneKey() {
        publish(key);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void keyThatIsNotKnownIsAskedForAtOnce() {
        assertThat(found(key)).hasSize(1);
        publish(key, other);
        clock.pass(Duration.ofSeconds(1));

        assertThat(found(other)).hasSize(1);
        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void manyWhoAskAtOnceAskTheIssuerOnce() {
        issuer.answer(
                Mono.delay(Duration.ofMillis(200)).thenReturn(key.publicKeys().toString()));

        var found = Flux.range(0, 100).flatMap(_ -> keys.apply(token(key)), 100).collectList();

        assertThat(found.block(BOUND)).hasSize(100);
        assertThat(issuer.asked()).isEqualTo(1);
    }

    @Test
    void inventedNamesNeitherHammerTheIssuerNorKeepANewKeyUnknownForMoreThanASecond() {
        found(key);
        publish(key, other);

        for (int tenth = 0; tenth < 100; tenth++) {
            assertThat(found(SigningKey.inMemory())).isEmpty();
            clock.pass(Duration.ofMillis(100));
        }

        assertThat(issuer.asked()).isBetween(10, 12);
        assertThat(found(other)).hasSize(1);
    }

    @Test
    void keyThatIsTakenBackIsForgottenWithinThreeMinutesOfUse() {
        found(key);
        publish(other);

        clock.pass(Duration.ofMinutes(1));
        found(key);

        Awaitility.await().atMost(BOUND).until(() -> found(key).isEmpty());
        assertThat(keys.contain(key.id())).isFalse();
    }

    @Test
    void afterASilenceTheIssuerIsAskedBeforeAKeyIsTrusted() {
        found(key);
        publish(other);

        clock.pass(Duration.ofMinutes(3));

        assertThat(keys.contain(key.id())).isFalse();
        assertThat(found(key)).isEmpty();
    }

    @Test
    void newKeyIsKnownBeforeItsFirstTokenComes() {
        found(key);
        publish(key, other);
        clock.pass(Duration.ofMinutes(1));
        keys.contain(key.id());

        Awaitility.await().atMost(BOUND).until(() -> keys.contain(other.id()));
    }

    @Test
    void whatIsKnownStaysWhileTheIssuerIsAway() {
        found(key);
        issuer.close();

        clock.pass(Duration.ofHours(1));

        assertThat(found(key)).hasSize(1);
        assertThat(keys.contain(key.id())).isTrue();
    }

    @Test
    void whatCannotBeJudgedIsNotCalledForged() {
        issuer.answer(Mono.just("{\"keys\": 1}"));

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> found(key))
                    .isInstanceOf(JwtException.class)
                    .isNotInstanceOf(BadJwtException.class);
        }
        publish(key);
        clock.pass(Duration.ofSeconds(1));
        assertThat(found(key)).hasSize(1);
    }

    @Test
    void tokenThatNamesNoKeyFindsNone() {
        var nameless = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), new JWTClaimsSet.Builder().build());

        assertThat(keys.apply(nameless).collectList().block(BOUND)).isEmpty();
    }

    @Test
    void clockThatIsPutBackStopsNothing() {
        clock.pass(Duration.ofHours(1));
        found(key);
        clock.pass(Duration.ofHours(-1));
        publish(other);

        assertThat(found(other)).hasSize(1);
    }

    private List<JWK> found(SigningKey signer) {
        return Objects.requireNonNull(keys.apply(token(signer)).collectList().block(BOUND));
    }

    private static SignedJWT token(SigningKey signer) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(signer.id()).build();
        return new SignedJWT(header, new JWTClaimsSet.Builder().build());
    }

    private void publish(SigningKey... signers) {
        issuer.publish(Arrays.stream(signers).map(SigningKey::publicKey).toArray(JWK[]::new));
    }
}
