package io.rems.gateway.routing;

import io.rems.platform.access.ClientTokens;
import java.util.List;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a service gets to see of a request's headers: those named here, the firm context token and the client token. All else that a client
 * may have made up (identities, firms, proxies) ends at the gateway, known or not.
 */
@Component
public final class ForwardedHeaders implements HttpHeadersFilter, Ordered {
    /** Exchange attribute with the token that replaces the user's own. */
    public static final String CONTEXT_TOKEN = ForwardedHeaders.class.getName() + ".contextToken";

    /** Exchange attribute with the token that says where the call comes from. */
    public static final String CLIENT_TOKEN = ForwardedHeaders.class.getName() + ".clientToken";

    private static final List<String> PASSED = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_RANGE,
            HttpHeaders.RANGE,
            HttpHeaders.USER_AGENT,
            "Idempotency-Key",
            "Last-Event-ID",
            "Prefer",
            "traceparent",
            "tracestate");

    @Override
    public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
        var passed = new HttpHeaders();
        for (String name : PASSED) {
            List<String> values = received.get(name);
            if (values != null) {
                passed.addAll(name, values);
            }
        }
        String token = exchange.getAttribute(CONTEXT_TOKEN);
        if (token != null) {
            passed.setBearerAuth(token);
        }
        String client = exchange.getAttribute(CLIENT_TOKEN);
        if (client != null) {
            passed.set(ClientTokens.HEADER, client);
        }
        return passed;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
