package io.rems.firm.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import io.rems.firm.provider.ProviderSettings.Registration;
import io.rems.firm.provider.domain.Identity;
import io.rems.platform.access.IssuerKeys;
import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** One OpenID Connect provider, as far as it signs users in: verifies its ID tokens and reads whom they name. */
final class IdentityProvider {
    private static final int LONGEST_SUBJECT = 255;

    private final Registration registration;
    private final NimbusReactiveJwtDecoder decoder;

    IdentityProvider(Registration registration, IssuerKeys keys, Clock clock) {
        this.registration = registration;
        this.decoder = NimbusReactiveJwtDecoder.withJwkSource(keys)
                .jwtProcessorCustomizer(
                        processor -> processor.setJWSKeySelector(onlyWith(algorithms(registration.algorithms()))))
                .build();
        decoder.setJwtValidator(IdTokenRules.of(registration, clock));
    }

    Registration registration() {
        return registration;
    }

    /** Fails with {@link BadJwtException} if the token is not to be believed, otherwise if it cannot be judged now. */
    Mono<Identity> identify(String idToken) {
        return decoder.decode(idToken).map(this::identity);
    }

    private Identity identity(Jwt token) {
        var subject = required(token, "sub");
        if (subject.length() > LONGEST_SUBJECT) {
            throw new BadJwtException("The token's subject is too long");
        }
        boolean twoFactors = Stream.of("amr", "acr")
                .flatMap(claim -> values(token.getClaims().get(claim)))
                .anyMatch(registration.secondFactors()::contains);
        return new Identity(
                registration.issuer(), subject, required(token, "email"), required(token, "nonce"), twoFactors);
    }

    private static String required(Jwt token, String claim) {
        if (token.getClaims().get(claim) instanceof String value && !value.isBlank()) {
            return value;
        }
        throw new BadJwtException("The token has no " + claim);
    }

    private static Stream<?> values(@Nullable Object claim) {
        return claim instanceof Collection<?> many ? many.stream() : Stream.ofNullable(claim);
    }

    private static Set<JWSAlgorithm> algorithms(Set<String> names) {
        return names.stream()
                .map(name -> Objects.requireNonNull(
                        SignatureAlgorithm.from(name), () -> "Not an asymmetric algorithm: " + name))
                .map(algorithm -> JWSAlgorithm.parse(algorithm.getName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static JWSVerificationKeySelector<JWKSecurityContext> onlyWith(Set<JWSAlgorithm> algorithms) {
        return new JWSVerificationKeySelector<>(
                algorithms, (wanted, context) -> wanted.select(new JWKSet(context.getKeys())));
    }
}
