package io.rems.gateway.edge;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers of the API are no pages, so nothing in them may run; the page with the API's documents runs its own files. */
@Component
final class ContentPolicy implements ServerHttpHeadersWriter {
    private static final String NAME = "Content-Security-Policy";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";
    private static final String OWN_FILES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set(NAME, path.startsWith("/docs/") ? OWN_FILES : NOTHING);
        return Mono.empty();
    }
}
