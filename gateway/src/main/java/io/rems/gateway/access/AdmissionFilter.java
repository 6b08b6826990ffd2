package io.rems.gateway.access;

import io.rems.gateway.limit.RateLimits;
import io.rems.gateway.routing.ApiPath;
import io.rems.gateway.routing.ForwardedHeaders;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a call through with the firm context token of its user, or not at all; sign-in and API documents are open. */
@Component
final class AdmissionFilter implements GlobalFilter, Ordered {
    private final AccessTokens accessTokens;
    private final EndedSessions endedSessions;
    private final Sessions sessions;
    private final ClientStatements statements;
    private final RateLimits limits;

    AdmissionFilter(
            AccessTokens accessTokens,
            EndedSessions endedSessions,
            Sessions sessions,
            ClientStatements statements,
            RateLimits limits) {
        this.accessTokens = accessTokens;
        this.endedSessions = endedSessions;
        this.sessions = sessions;
        this.statements = statements;
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return ApiPath.of(exchange)
                .filter(path -> !path.startsWith("auth"))
                .map(path -> admit(path, exchange, chain))
                .orElseGet(() -> admitAnyone(exchange, chain));
    }

    private Mono<Void> admit(ApiPath path, ServerWebExchange exchange, GatewayFilterChain chain) {
        return accessTokens
                .of(exchange.getRequest())
                .doOnError(_ -> limits.takeForAddress(exchange))
                .doOnNext(token -> limits.takeForUser(token.user(), exchange))
                .flatMap(token -> endedSessions
                        .admit(token.session())
                        .then(Mono.defer(() -> sessions.contextToken(
                                token.user(),
                                Scope.of(path, exchange.getRequest()),
                                Intent.of(path, exchange.getRequest()))))
                        .doOnNext(_ -> statements.attach(exchange, token.session())))
                .flatMap(token -> {
                    exchange.getAttributes().put(ForwardedHeaders.CONTEXT_TOKEN, token);
                    return chain.filter(exchange);
                });
    }

    private Mono<Void> admitAnyone(ServerWebExchange exchange, GatewayFilterChain chain) {
        limits.takeForAddress(exchange);
        statements.attach(exchange, null);
        return chain.filter(exchange);
    }

    /** Before anything of the request goes out. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }
}
