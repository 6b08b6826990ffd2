package io.rems.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/**
 * Who signs in. A test says it in the name: {@code subject,email}, and what is odd about him: {@code unverified},
 * {@code nameless} (no claim that the e-mail is verified), {@code expired}, {@code early}, {@code mfa}.
 */
record Person(String subject, String email, List<String> oddities) {
    private static final Duration LIFE = Duration.ofMinutes(30);

    static Person named(String name) {
        var parts = List.of(name.split(","));
        return new Person(
                parts.get(0),
                parts.size() > 1 ? parts.get(1) : "",
                parts.subList(Math.min(2, parts.size()), parts.size()));
    }

    void describe(JwtClaimsSet.Builder claims, Instant now) {
        claims.subject(subject).claim("email", email);
        if (!oddities.contains("nameless")) {
            claims.claim("email_verified", !oddities.contains("unverified"));
        }
        if (oddities.contains("mfa")) {
            claims.claim("amr", List.of("pwd", "mfa"));
        }
        if (oddities.contains("expired")) {
            lasting(claims, now.minus(LIFE).minus(Duration.ofMinutes(3)));
        }
        if (oddities.contains("early")) {
            lasting(claims, now.plus(Duration.ofMinutes(3)));
        }
    }

    private static void lasting(JwtClaimsSet.Builder claims, Instant from) {
        claims.issuedAt(from).expiresAt(from.plus(LIFE));
    }
}
