package io.rems.gateway.access;

import io.rems.gateway.limit.RateLimits;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Guards what the gateway answers itself, which no service could refuse. */
@Component
public class PlatformAdministrators {
    private final AccessTokens accessTokens;
    private final EndedSessions endedSessions;
    private final Sessions sessions;
    private final RateLimits limits;

    PlatformAdministrators(
            AccessTokens accessTokens, EndedSessions endedSessions, Sessions sessions, RateLimits limits) {
        this.accessTokens = accessTokens;
        this.endedSessions = endedSessions;
        this.sessions = sessions;
        this.limits = limits;
    }

    /** Completes for a platform administrator, and is an error for everybody else. */
    public Mono<Void> require(ServerWebExchange exchange) {
        return accessTokens
                .of(exchange.getRequest())
                .doOnError(_ -> limits.takeForAddress(exchange))
                .doOnNext(token -> limits.takeForUser(token.user(), exchange))
                .flatMap(token -> endedSessions
                        .admit(token.session())
                        .then(Mono.defer(() -> sessions.contextToken(token.user(), new Scope.Platform(), Intent.READ))))
                .then();
    }
}
