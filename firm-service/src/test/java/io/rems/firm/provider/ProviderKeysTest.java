package io.rems.firm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import io.rems.firm.provider.ProviderSettings.Registration;
import io.rems.platform.Identifiers;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.oauth2.jwt.BadJwtException;
import tools.jackson.databind.json.JsonMapper;

/** What a real provider's change of keys means here, minute by minute. */
class ProviderKeysTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final HandClock clock = new HandClock();
    private final IdentityProvider provider = provider();

    @Test
    void newKeyIsAskedForWhenItsFirstTokenComes() {
        identify(token());
        RealProvider.changeKeys(true);
        var asked = RealProvider.timesAskedForKeys();

        clock.pass(Duration.ofSeconds(5));
        identify(token());

        assertThat(RealProvider.timesAskedForKeys()).isEqualTo(asked + 1);
    }

    @Test
    void inventedKeysDoNotHammerTheProvider() throws Exception {
        identify(token());
        var forged = forged();
        var asked = RealProvider.timesAskedForKeys();

        for (int second = 0; second < 60; second++) {
            clock.pass(Duration.ofSeconds(1));
            refused(forged);
        }

        assertThat(RealProvider.timesAskedForKeys() - asked).isBetween(11, 12);
    }

    @Test
    void removedKeyIsNotBelievedAfterFiveMinutesEvenIfNobodyElseSignsIn() {
        var token = token();
        identify(token);
        RealProvider.changeKeys(false);

        clock.pass(Duration.ofMinutes(5));

        Awaitility.await().atMost(BOUND).untilAsserted(() -> refused(token));
    }

    @Test
    void afterASilenceTheProviderIsAskedFirst() {
        var token = token();
        identify(token);
        RealProvider.changeKeys(false);

        clock.pass(Duration.ofMinutes(15));

        refused(token);
    }

    private static String token() {
        return RealProvider.idToken(
                "subject,somebody@company.example", Identifiers.next().toString());
    }

    /** A true token's claims under a key that the provider never had. */
    private static String forged() throws JOSEException, ParseException {
        var key = new RSAKeyGenerator(2048).keyID("invented").generate();
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("invented").build(),
                SignedJWT.parse(token()).getJWTClaimsSet());
        forged.sign(new RSASSASigner(key));
        return forged.serialize();
    }

    private void identify(String token) {
        assertThat(provider.identify(token).block(BOUND)).isNotNull();
    }

    private void refused(String token) {
        assertThatThrownBy(() -> provider.identify(token).block(BOUND)).isInstanceOf(BadJwtException.class);
    }

    private IdentityProvider provider() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("test");
        var registration = new Registration(
                "corporate",
                null,
                RealProvider.issuer(),
                RealProvider.CLIENT,
                Set.of(),
                "email_verified",
                Set.of("RS256"),
                Set.of());
        return new IdentityProviders(
                        new ProviderSettings(List.of(registration)),
                        new ProviderDocuments(new JsonMapper()),
                        environment,
                        clock)
                .get("corporate");
    }

    /** Goes on only when told. */
    private static final class HandClock extends Clock {
        private volatile Instant now = Instant.now();

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
