package io.rems.gateway.limit;

import io.rems.gateway.routing.ApiPath;
import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import java.util.concurrent.Semaphore;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Turns a flood of sign-ins away where that costs least. They come from many addresses, and firm-service hashes few at a
 * time: who would only wait there is told at once to come again.
 */
@Component
final class SignInsAtOnce implements GlobalFilter, Ordered {
    private static final String A_MOMENT = "2";

    private final Semaphore places;

    SignInsAtOnce(LimitSettings settings) {
        this.places = new Semaphore(settings.signInsAtOnce());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return ApiPath.of(exchange).filter(ApiPath::signsIn).isPresent()
                ? inPlace(exchange, chain)
                : chain.filter(exchange);
    }

    private Mono<Void> inPlace(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.using(this::taken, _ -> chain.filter(exchange), Semaphore::release);
    }

    private Semaphore taken() {
        if (!places.tryAcquire()) {
            throw new ProblemException(Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "RATE_LIMITED",
                            "Too many people are signing in right now. Try again in a few seconds.")
                    .withHeader(HttpHeaders.RETRY_AFTER, A_MOMENT));
        }
        return places;
    }

    /** After the address's own limit, before anything of the request goes out. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 15;
    }
}
