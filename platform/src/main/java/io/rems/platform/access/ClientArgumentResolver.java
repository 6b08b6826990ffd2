package io.rems.platform.access;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a controller the client as a parameter; what the gateway did not sign is not believed. */
final class ClientArgumentResolver implements HandlerMethodArgumentResolver {
    private final ReactiveJwtDecoder tokens;

    ClientArgumentResolver(ReactiveJwtDecoder tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Client.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        String agent = headers.getFirst(HttpHeaders.USER_AGENT);
        return Mono.justOrEmpty(headers.getFirst(ClientTokens.HEADER))
                .flatMap(tokens::decode)
                .map(token -> ClientTokens.read(token, agent))
                .onErrorComplete(BadJwtException.class)
                .defaultIfEmpty(new Client(null, null, agent))
                .cast(Object.class);
    }
}
