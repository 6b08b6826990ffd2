package io.rems.gateway.limit;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies that are too large: by their announced length, or while they pass where none is announced. */
@Component
final class RequestSizeFilter implements GlobalFilter, Ordered {
    private final long limit;

    RequestSizeFilter(LimitSettings settings) {
        this.limit = settings.request().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() > limit) {
            return Mono.error(this::tooLarge);
        }
        return headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)
                ? chain.filter(exchange.mutate()
                        .request(counted(exchange.getRequest()))
                        .build())
                : chain.filter(exchange);
    }

    private ServerHttpRequest counted(ServerHttpRequest request) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                var passed = new AtomicLong();
                return super.getBody().doOnNext(part -> {
                    if (passed.addAndGet(part.readableByteCount()) > limit) {
                        DataBufferUtils.release(part);
                        throw tooLarge();
                    }
                });
            }
        };
    }

    private ProblemException tooLarge() {
        return new ProblemException(Problem.of(
                HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", "Send at most " + limit + " bytes in one request."));
    }

    /** After the caller is known, before the request goes out. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }
}
