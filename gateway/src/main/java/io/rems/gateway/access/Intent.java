package io.rems.gateway.access;

import io.rems.gateway.routing.ApiPath;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What a call wants with the firm: read it, or change it. One's own matters are none of the firm's. */
enum Intent {
    READ,
    CHANGE;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    static Intent of(ApiPath path, ServerHttpRequest request) {
        return READING.contains(request.getMethod()) || path.startsWith("me") ? READ : CHANGE;
    }
}
