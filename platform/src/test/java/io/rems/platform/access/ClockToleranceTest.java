package io.rems.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.platform.access.SecuritySettings.TrustedIssuer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** The clocks of two machines differ: a token lives for two minutes, and two more are forgiven at either end. */
class ClockToleranceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Issuers ISSUERS = new Issuers("test");

    private final SigningKey key = SigningKey.inMemory();

    @Test
    void tokenOfAClockTwoMinutesAheadIsAccepted() {
        assertThat(accepted(Duration.ofMinutes(2))).isTrue();
    }

    @Test
    void tokenOfAClockTwoMinutesBehindIsAcceptedThroughItsWholeLife() {
        assertThat(accepted(Duration.ofMinutes(-2))).isTrue();
        assertThat(accepted(Duration.ofSeconds(-239))).isTrue();
    }

    @Test
    void beyondTheToleranceItIsRefused() {
        refused(Duration.ofSeconds(121));
        refused(Duration.ofSeconds(-241));
    }

    private boolean accepted(Duration issuerAhead) {
        return decoder().decode(token(issuerAhead)).blockOptional(PATIENCE).isPresent();
    }

    private void refused(Duration issuerAhead) {
        var token = token(issuerAhead);
        assertThatThrownBy(() -> decoder().decode(token).block(PATIENCE)).isInstanceOf(BadJwtException.class);
    }

    private String token(Duration issuerAhead) {
        return new ContextTokens(key, ISSUERS, "gateway", Duration.ofMinutes(2), at(NOON.plus(issuerAhead)))
                .sign(Caller.service("gateway", FirmId.PLATFORM));
    }

    private ContextTokenDecoder decoder() {
        var issuer =
                new TrustedIssuer(ISSUERS.of("gateway"), null, key.publicKeys().toString());
        return new ContextTokenDecoder(List.of(issuer), ISSUERS.contextAudience(), at(NOON));
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }
}
