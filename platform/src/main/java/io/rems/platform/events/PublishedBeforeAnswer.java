package io.rems.platform.events;

import io.rems.platform.access.CurrentCaller;
import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Holds the answer to a command back until what it took away is published. Otherwise this service could die between its
 * commit and the publication, and whoever was told of a success would wait for an effect that nobody else has heard of.
 * What cannot be published in time is answered with 202: it is done, and will be heard of later.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class PublishedBeforeAnswer implements WebFilter {
    private static final Set<HttpMethod> CHANGE_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String REPLAYED = "Idempotency-Replayed";

    private final Publication publication;
    private final List<AnswerCheck> checks;

    PublishedBeforeAnswer(Publication publication, List<AnswerCheck> checks) {
        this.publication = publication;
        this.checks = checks;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (CHANGE_NOTHING.contains(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        AwaitedEvents awaited = new AwaitedEvents();
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(() -> Mono.deferContextual(context -> published(awaited, exchange, context)
                .filter(published -> !published)
                .doOnNext(_ -> notYet(response))
                .then()));
        return chain.filter(exchange).contextWrite(context -> context.put(AwaitedEvents.class, awaited));
    }

    /** An answer that is repeated may have been stored by a process that died before it published anything. */
    private Mono<Boolean> published(AwaitedEvents awaited, ServerWebExchange exchange, ContextView context) {
        if (exchange.getResponse().getHeaders().containsHeader(REPLAYED)) {
            return publication.ofAllOf(CurrentCaller.in(context).actor().id());
        }
        if (awaited.committed().isEmpty()) {
            return Mono.just(true);
        }
        check(exchange);
        return publication.of(awaited.committed());
    }

    private void check(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        if ((status == null || status.is2xxSuccessful())
                && exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                        instanceof HandlerMethod endpoint) {
            checks.forEach(check -> check.check(endpoint));
        }
    }

    private static void notYet(ServerHttpResponse response) {
        HttpStatusCode status = response.getStatusCode();
        if (status == null || status.is2xxSuccessful()) {
            response.setStatusCode(HttpStatus.ACCEPTED);
        }
    }
}
