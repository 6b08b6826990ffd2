package io.rems.local.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A request before it is sent, which may be more than once. */
record Call(String method, String path, @Nullable Object body, Map<String, String> headers) {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    static Call of(String method, String path, @Nullable Object body) {
        return new Call(method, path, body, Map.of());
    }

    Call with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, body, more);
    }

    HttpRequest to(URI gateway) {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(TIME_LIMIT)
                .header("Accept", "application/json, application/problem+json");
        headers.forEach(request::header);
        if (body == null) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        var json = JsonMapper.shared().writeValueAsString(body);
        return request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
    }
}
