package io.rems.firm.provider;

import io.rems.firm.provider.ProviderSettings.Registration;
import io.rems.platform.access.ContextTokenDecoder;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/** What an ID token must say beside being rightly signed: OpenID Connect Core 3.1.3.7, and a verified e-mail. */
final class IdTokenRules {
    private static final Set<Object> YES = Set.of(true, "true", 1L, 1, "1");

    private IdTokenRules() {}

    static OAuth2TokenValidator<Jwt> of(Registration registration, Clock clock) {
        var clients = new HashSet<>(registration.audiences());
        clients.add(registration.clientId());
        return new DelegatingOAuth2TokenValidator<>(List.of(
                type(),
                timely(clock),
                new JwtClaimValidator<Object>("exp", Objects::nonNull),
                new JwtClaimValidator<Instant>("iat", issued -> begun(issued, clock)),
                new JwtIssuerValidator(registration.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.stream().anyMatch(clients::contains)),
                authorizedParty(clients),
                new JwtClaimValidator<Object>(
                        registration.verifiedClaim(), verified -> verified != null && YES.contains(verified))));
    }

    /** An access token of the same provider ({@code at+jwt}) says nothing of a sign-in here. */
    private static OAuth2TokenValidator<Jwt> type() {
        var type = new JwtTypeValidator("JWT");
        type.setAllowEmpty(true);
        return type;
    }

    private static OAuth2TokenValidator<Jwt> timely(Clock clock) {
        var time = new JwtTimestampValidator(ContextTokenDecoder.CLOCK_TOLERANCE);
        time.setClock(clock);
        return time;
    }

    private static boolean begun(@Nullable Instant issued, Clock clock) {
        return issued != null && !issued.isAfter(clock.instant().plus(ContextTokenDecoder.CLOCK_TOLERANCE));
    }

    /** Of several audiences the token must name the one it was made for. */
    private static OAuth2TokenValidator<Jwt> authorizedParty(Set<String> clients) {
        return token -> {
            var party = token.getClaimAsString("azp");
            var audience = token.getAudience();
            boolean ours = party == null ? audience != null && audience.size() == 1 : clients.contains(party);
            return ours
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(
                            new OAuth2Error("invalid_token", "The token was made for another client (azp)", null));
        };
    }
}
