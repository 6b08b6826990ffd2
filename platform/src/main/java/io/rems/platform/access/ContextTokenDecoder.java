package io.rems.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import io.rems.platform.access.SecuritySettings.TrustedIssuer;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Verifies tokens of a configured list of issuers: signature (ES256 only), issuer, audience, time. A token that was
 * verified is remembered until it expires, because the gateway shows the same one for minutes.
 */
public final class ContextTokenDecoder implements ReactiveJwtDecoder {
    private static final int REMEMBERED = 20_000;

    private final Map<String, ReactiveJwtDecoder> byIssuer;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();
    private final Clock clock;

    public ContextTokenDecoder(List<TrustedIssuer> issuers, String audience, Clock clock) {
        this.clock = clock;
        this.byIssuer = issuers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        TrustedIssuer::issuer, issuer -> decoder(issuer, audience, clock)));
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known != null && clock.instant().isBefore(Objects.requireNonNullElse(known.getExpiresAt(), Instant.MIN))) {
            return Mono.just(known);
        }
        return Mono.fromCallable(() -> issuerOf(token))
                .flatMap(issuer -> byIssuer.getOrDefault(issuer, ContextTokenDecoder::refuse)
                        .decode(token))
                .doOnNext(jwt -> verified.put(token, jwt));
    }

    private static String issuerOf(String token) {
        try {
            return Objects.requireNonNullElse(
                    JWTParser.parse(token).getJWTClaimsSet().getIssuer(), "");
        } catch (ParseException | RuntimeException e) {
            throw new BadJwtException("The token cannot be read", e);
        }
    }

    private static Mono<Jwt> refuse(String token) {
        return Mono.error(new BadJwtException("The token's issuer is not trusted"));
    }

    private static ReactiveJwtDecoder decoder(TrustedIssuer issuer, String audience, Clock clock) {
        NimbusReactiveJwtDecoder decoder = nimbus(issuer, clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(issuer.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, found -> found != null && found.contains(audience))));
        return decoder;
    }

    private static NimbusReactiveJwtDecoder nimbus(TrustedIssuer issuer, Clock clock) {
        return NimbusReactiveJwtDecoder.withJwkSource(keys(issuer, clock))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
    }

    private static Function<SignedJWT, Flux<JWK>> keys(TrustedIssuer issuer, Clock clock) {
        if (issuer.jwks() == null) {
            String address = Objects.requireNonNull(issuer.jwksUri(), "A trusted issuer needs jwks or jwks-uri");
            return new IssuerKeys(address, clock);
        }
        try {
            List<JWK> keys = JWKSet.parse(issuer.jwks()).getKeys();
            return _ -> Flux.fromIterable(keys);
        } catch (ParseException e) {
            throw new IllegalArgumentException("The JWK set of a trusted issuer cannot be read", e);
        }
    }

    static Mono<AbstractAuthenticationToken> toCaller(Jwt token) {
        return Mono.<AbstractAuthenticationToken>fromCallable(() -> new CallerAuthentication(ContextTokens.read(token)))
                .onErrorMap(RuntimeException.class, e -> new BadJwtException("The token lacks its context", e));
    }
}
