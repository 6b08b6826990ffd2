package io.rems.firm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.provider.ProviderSettings.Registration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class IdTokenRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final String ISSUER = "https://id.company.example";

    @Test
    void tokenOfTheProviderForThePortalIsGood() {
        assertThat(accepts(token -> token)).isTrue();
        assertThat(accepts(token -> token.audience(List.of("mobile-app")))).isTrue();
        assertThat(accepts(token -> token.header("typ", "JWT"))).isTrue();
    }

    @Test
    void tokenForOthersIsNot() {
        assertThat(accepts(token -> token.audience(List.of("another-app")))).isFalse();
        assertThat(accepts(token -> token.issuer(ISSUER + "/"))).isFalse();
        assertThat(accepts(token -> token.header("typ", "at+jwt"))).isFalse();
    }

    @Test
    void ofSeveralAudiencesTheTokenNamesItsOwn() {
        assertThat(accepts(token -> token.audience(List.of("rems-portal", "another-app"))))
                .isFalse();
        assertThat(accepts(token ->
                        token.audience(List.of("rems-portal", "another-app")).claim("azp", "another-app")))
                .isFalse();
        assertThat(accepts(token ->
                        token.audience(List.of("rems-portal", "another-app")).claim("azp", "rems-portal")))
                .isTrue();
        assertThat(accepts(token -> token.claim("azp", "another-app"))).isFalse();
    }

    @Test
    void clocksMayDifferByTwoMinutes() {
        assertThat(accepts(token -> token.expiresAt(NOW.minusSeconds(119)))).isTrue();
        assertThat(accepts(token -> token.expiresAt(NOW.minusSeconds(121)))).isFalse();
        assertThat(accepts(token -> token.issuedAt(NOW.plusSeconds(119)))).isTrue();
        assertThat(accepts(token -> token.issuedAt(NOW.plusSeconds(121)))).isFalse();
        assertThat(accepts(token -> token.notBefore(NOW.plusSeconds(121)))).isFalse();
        assertThat(accepts(token -> token.claims(claims -> claims.remove("exp"))))
                .isFalse();
        assertThat(accepts(token -> token.claims(claims -> claims.remove("iat"))))
                .isFalse();
    }

    @Test
    void onlyAYesVerifiesTheEmail() {
        for (Object yes : List.of(true, "true", 1L, "1")) {
            assertThat(accepts(token -> token.claim("email_verified", yes))).isTrue();
        }
        for (Object no : List.of(false, "false", 0L, "", List.of(true))) {
            assertThat(accepts(token -> token.claim("email_verified", no))).isFalse();
        }
        assertThat(accepts(token -> token.claims(claims -> claims.remove("email_verified"))))
                .isFalse();
    }

    private static boolean accepts(UnaryOperator<Jwt.Builder> change) {
        var token = Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .issuer(ISSUER)
                .audience(List.of("rems-portal"))
                .subject("4711")
                .issuedAt(NOW.minus(Duration.ofMinutes(5)))
                .expiresAt(NOW.plus(Duration.ofMinutes(5)))
                .claim("email_verified", true);
        var registration = new Registration(
                "corporate",
                null,
                ISSUER,
                "rems-portal",
                Set.of("mobile-app"),
                "email_verified",
                Set.of("RS256"),
                Set.of());
        return !IdTokenRules.of(registration, Clock.fixed(NOW, ZoneOffset.UTC))
                .validate(change.apply(token).build())
                .hasErrors();
    }
}
