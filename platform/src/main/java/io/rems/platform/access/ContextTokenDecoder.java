package io.rems.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTParser;
import io.rems.platform.access.SecuritySettings.TrustedIssuer;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Verifies tokens of a configured list of issuers: signature (ES256 only, whatever the token says), issuer, audience,
 * time. A token that was verified is remembered until it expires or its key is taken back, because the gateway shows the
 * same one for minutes.
 */
public final class ContextTokenDecoder implements ReactiveJwtDecoder {
    /** How far the clocks of two machines of REMS may differ: each is believed that much too early or too late. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    private static final int REMEMBERED = 20_000;

    private final Map<String, Trusted> byIssuer;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();
    private final Clock clock;

    private record Trusted(PublishedKeys keys, ReactiveJwtDecoder decoder) {}

    private record Verified(Jwt token, String key, PublishedKeys keys) {
        boolean holds(Instant now) {
            return now.isBefore(Objects.requireNonNullElse(token.getExpiresAt(), Instant.MIN)) && keys.contain(key);
        }
    }

    public ContextTokenDecoder(List<TrustedIssuer> issuers, String audience, Clock clock) {
        this.clock = clock;
        this.byIssuer = issuers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        TrustedIssuer::issuer, issuer -> trusted(issuer, audience, clock)));
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Verified known = verified.getIfPresent(token);
        if (known != null && known.holds(clock.instant())) {
            return Mono.just(known.token());
        }
        return Mono.fromCallable(() -> issuerOf(token)).flatMap(issuer -> verify(token, byIssuer.get(issuer)));
    }

    private Mono<Jwt> verify(String token, @Nullable Trusted issuer) {
        if (issuer == null) {
            return Mono.error(new BadJwtException("The token's issuer is not trusted"));
        }
        return issuer.decoder()
                .decode(token)
                .onErrorMap(IllegalStateException.class, e -> new JwtException("The token cannot be judged now", e))
                .doOnNext(jwt -> remember(token, jwt, issuer.keys()));
    }

    private void remember(String token, Jwt jwt, PublishedKeys keys) {
        if (jwt.getHeaders().get("kid") instanceof String key) {
            verified.put(token, new Verified(jwt, key, keys));
        }
    }

    private static String issuerOf(String token) {
        try {
            return Objects.requireNonNullElse(
                    JWTParser.parse(token).getJWTClaimsSet().getIssuer(), "");
        } catch (ParseException | RuntimeException e) {
            throw new BadJwtException("The token cannot be read", e);
        }
    }

    private static Trusted trusted(TrustedIssuer issuer, String audience, Clock clock) {
        PublishedKeys keys = keys(issuer, clock);
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                timely(clock),
                new JwtClaimValidator<Instant>(
                        JwtClaimNames.IAT,
                        issued -> issued == null
                                || !issued.isAfter(clock.instant().plus(CLOCK_TOLERANCE))),
                new JwtIssuerValidator(issuer.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, found -> found != null && found.contains(audience))));
        return new Trusted(keys, decoder);
    }

    private static JwtTimestampValidator timely(Clock clock) {
        JwtTimestampValidator validator = new JwtTimestampValidator(CLOCK_TOLERANCE);
        validator.setClock(clock);
        return validator;
    }

    private static PublishedKeys keys(TrustedIssuer issuer, Clock clock) {
        String given = issuer.jwks();
        return given == null
                ? IssuerKeys.at(
                        Objects.requireNonNull(issuer.jwksUri(), "A trusted issuer needs jwks or jwks-uri"), clock)
                : PublishedKeys.fixed(given);
    }

    static Mono<AbstractAuthenticationToken> toCaller(Jwt token) {
        return Mono.<AbstractAuthenticationToken>fromCallable(() -> new CallerAuthentication(ContextTokens.read(token)))
                .onErrorMap(RuntimeException.class, e -> new BadJwtException("The token lacks its context", e));
    }
}
