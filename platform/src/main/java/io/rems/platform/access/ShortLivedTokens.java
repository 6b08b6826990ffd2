package io.rems.platform.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** What all statements share that this application signs for others of REMS: from whom, for whom, until when. */
final class ShortLivedTokens {
    private final TokenSigner key;
    private final String issuer;
    private final String audience;
    private final Duration life;
    private final Clock clock;

    ShortLivedTokens(TokenSigner key, String issuer, String audience, Duration life, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.audience = audience;
        this.life = life;
        this.clock = clock;
    }

    Duration life() {
        return life;
    }

    String keyId() {
        return key.id();
    }

    /** A statement that lives as long as usual. */
    Statement statement() {
        return statement(clock.instant().plus(life));
    }

    Statement statement(Instant expiresAt) {
        return new Statement(new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(expiresAt)));
    }

    /** What is stated; values become text, and what is absent is left out. */
    final class Statement {
        private final JWTClaimsSet.Builder claims;

        private Statement(JWTClaimsSet.Builder claims) {
            this.claims = claims;
        }

        Statement with(String name, @Nullable Object value) {
            if (value != null) {
                claims.claim(name, value instanceof Boolean ? value : value.toString());
            }
            return this;
        }

        String signed() {
            return key.sign(claims.build());
        }
    }

    static @Nullable UUID uuid(Jwt token, String name) {
        String value = token.getClaimAsString(name);
        return value == null ? null : UUID.fromString(value);
    }
}
