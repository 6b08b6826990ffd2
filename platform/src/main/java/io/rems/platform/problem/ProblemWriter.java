package io.rems.platform.problem;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem, whoever refuses it: a controller, a filter, the gateway. */
public final class ProblemWriter {

    private final Problems problems;
    private final JsonMapper json;

    public ProblemWriter(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** Answers with the problem behind the error; errors again where the answer has left already. */
    public Mono<Void> write(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        return write(exchange, problems.of(error, exchange.getLogPrefix() + path(exchange), traceId(exchange)));
    }

    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        var response = exchange.getResponse();
        var body = json.writeValueAsBytes(ProblemBody.of(problem, path(exchange), traceId(exchange)));
        response.setStatusCode(problem.status());
        HttpHeaders headers = response.getHeaders();
        headers.remove(HttpHeaders.ETAG);
        headers.remove(HttpHeaders.LOCATION);
        problem.headers().forEach(headers::put);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.<DataBuffer>fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static String path(ServerWebExchange exchange) {
        return exchange.getRequest().getURI().getRawPath();
    }

    /** The trace of the request; where nothing traces, the name under which the server logs it. */
    private static String traceId(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(context -> context.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(span -> span.context().traceId())
                .filter(id -> !id.isBlank())
                .orElseGet(() -> exchange.getRequest().getId());
    }
}
