package io.rems.platform.problem;

import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers for everything outside controllers: filters, routing, security. */
@Order(ProblemErrorHandler.BEFORE_BOOT)
class ProblemErrorHandler implements ErrorWebExceptionHandler {

    static final int BEFORE_BOOT = Ordered.HIGHEST_PRECEDENCE + 100;

    private final ProblemWriter writer;

    ProblemErrorHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        return writer.write(exchange, error);
    }
}
