package io.rems.gateway.routing;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Keeps a weak service from harming its callers: a circuit breaker each, and one more try for what only reads. */
@Component
final class UpstreamFilter implements GlobalFilter, Ordered {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<HttpStatusCode> AWAY = Set.of(HttpStatus.BAD_GATEWAY, HttpStatus.SERVICE_UNAVAILABLE);

    private final CircuitBreakerRegistry breakers;

    UpstreamFilter(CircuitBreakerRegistry breakers) {
        this.breakers = breakers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        Mono<Void> attempt = chain.filter(exchange)
                .then(Mono.defer(() -> answered(exchange)))
                .transformDeferred(CircuitBreakerOperator.of(breakers.circuitBreaker("route-" + route.getId())));
        boolean repeatable = REPEATABLE.contains(exchange.getRequest().getMethod());
        return (repeatable ? attempt.retryWhen(onceMore(exchange)) : attempt).onErrorComplete(AnsweredAway.class);
    }

    private static Mono<Void> answered(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status != null && AWAY.contains(status) ? Mono.error(AnsweredAway::new) : Mono.empty();
    }

    private static Retry onceMore(ServerWebExchange exchange) {
        return Retry.backoff(1, PAUSE)
                .filter(error -> error instanceof IOException || error instanceof AnsweredAway)
                .doBeforeRetry(_ -> ServerWebExchangeUtils.reset(exchange))
                .onRetryExhaustedThrow((_, last) -> last.failure());
    }

    /** Once the address of the service is known, right before the call. */
    @Override
    public int getOrder() {
        return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
    }

    /** The service itself says that it is away; its answer is the client's if no other comes. */
    @SuppressWarnings("serial")
    static final class AnsweredAway extends RuntimeException {
        AnsweredAway() {
            super("The service answered that it is away", null, false, false);
        }
    }
}
