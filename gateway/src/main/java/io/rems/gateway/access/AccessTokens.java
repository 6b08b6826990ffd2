package io.rems.gateway.access;

import io.rems.gateway.routing.RouteTable;
import io.rems.platform.access.ContextTokenDecoder;
import io.rems.platform.access.Issuers;
import io.rems.platform.access.SecuritySettings.TrustedIssuer;
import io.rems.platform.problem.ProblemException;
import io.rems.platform.problem.Problems;
import io.rems.platform.problem.SecurityProblems;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads who the user is from the access token that firm-service signed for him at sign-in. */
@Component
final class AccessTokens {
    private static final String SCHEME = "Bearer ";
    private static final String SESSION = "sid";

    private final ReactiveJwtDecoder decoder;

    AccessTokens(RouteTable routes, Issuers issuers, Clock clock) {
        String keys = routes.service("firm").uri() + "/.well-known/jwks.json";
        var firmService = new TrustedIssuer(issuers.of("firm"), keys, null);
        this.decoder = new ContextTokenDecoder(List.of(firmService), issuers.accessAudience(), clock);
    }

    Mono<AccessToken> of(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Mono.error(() -> new ProblemException(SecurityProblems.authenticationRequired()));
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Mono.error(AccessTokens::invalid);
        }
        return decoder.decode(header.substring(SCHEME.length()).strip())
                .map(AccessTokens::read)
                .onErrorMap(BadJwtException.class, _ -> invalid())
                .onErrorMap(JwtException.class, _ -> new ProblemException(Problems.unavailable()));
    }

    private static AccessToken read(Jwt token) {
        try {
            return new AccessToken(
                    UUID.fromString(token.getSubject()), UUID.fromString(token.getClaimAsString(SESSION)));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(SecurityProblems.authenticationInvalid());
    }
}
