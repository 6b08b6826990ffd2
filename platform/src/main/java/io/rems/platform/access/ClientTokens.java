package io.rems.platform.access;

import com.nimbusds.jwt.JWTClaimsSet;
import io.rems.platform.access.SecuritySettings.TrustedIssuer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Writes and reads client tokens: the gateway's signed statement of where a call came from. A plain header would be
 * believed from anybody who reaches a service.
 */
public final class ClientTokens {
    /** The header that carries the token. */
    public static final String HEADER = "X-Rems-Client";

    private static final String ADDRESS = "address";
    private static final String SESSION = "sid";
    private static final String GATEWAY = "gateway";

    private final TokenSigner key;
    private final Issuers issuers;
    private final String service;
    private final Duration life;
    private final Clock clock;

    public ClientTokens(TokenSigner key, Issuers issuers, String service, Duration life, Clock clock) {
        this.key = key;
        this.issuers = issuers;
        this.service = service;
        this.life = life;
        this.clock = clock;
    }

    /** How long a token lives from the moment it is signed. */
    public Duration life() {
        return life;
    }

    public String sign(String address, @Nullable UUID session) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuers.of(service))
                .audience(issuers.clientAudience())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .claim(ADDRESS, address);
        if (session != null) {
            claims.claim(SESSION, session.toString());
        }
        return key.sign(claims.build());
    }

    /** Accepts the client tokens of the gateway, and of nobody else who is trusted. */
    static ReactiveJwtDecoder decoder(List<TrustedIssuer> trusted, Issuers issuers, Clock clock) {
        List<TrustedIssuer> gateway = trusted.stream()
                .filter(issuer -> issuer.issuer().equals(issuers.of(GATEWAY)))
                .toList();
        return new ContextTokenDecoder(gateway, issuers.clientAudience(), clock);
    }

    static Client read(Jwt token, @Nullable String agent) {
        String session = token.getClaimAsString(SESSION);
        return new Client(token.getClaimAsString(ADDRESS), session == null ? null : UUID.fromString(session), agent);
    }
}
