package io.rems.platform.access;

import io.rems.platform.access.SecuritySettings.TrustedIssuer;
import java.time.Clock;
import java.time.Duration;
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

    private final ShortLivedTokens tokens;

    public ClientTokens(TokenSigner key, Issuers issuers, String service, Duration life, Clock clock) {
        this.tokens = new ShortLivedTokens(key, issuers.of(service), issuers.clientAudience(), life, clock);
    }

    /** How long a token lives from the moment it is signed. */
    public Duration life() {
        return tokens.life();
    }

    /** The key that signs now; what another one signed and somebody keeps should be signed anew. */
    public String keyId() {
        return tokens.keyId();
    }

    public String sign(String address, @Nullable UUID session) {
        return tokens.statement().with(ADDRESS, address).with(SESSION, session).signed();
    }

    /** Accepts the client tokens of the gateway, and of nobody else who is trusted. */
    static ReactiveJwtDecoder decoder(List<TrustedIssuer> trusted, Issuers issuers, Clock clock) {
        List<TrustedIssuer> gateway = trusted.stream()
                .filter(issuer -> issuer.issuer().equals(issuers.of(GATEWAY)))
                .toList();
        return new ContextTokenDecoder(gateway, issuers.clientAudience(), clock);
    }

    static Client read(Jwt token, @Nullable String agent) {
        return new Client(token.getClaimAsString(ADDRESS), ShortLivedTokens.uuid(token, SESSION), agent);
    }
}
