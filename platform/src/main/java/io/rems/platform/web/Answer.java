package io.rems.platform.web;

import io.r2dbc.spi.Row;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** What a command was answered, as far as it is worth repeating. */
record Answer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        byte[] body) {

    static final String REPLAYED = "Idempotency-Replayed";

    static Answer of(int status, HttpHeaders headers, byte[] body) {
        return new Answer(
                status,
                headers.getFirst(HttpHeaders.CONTENT_TYPE),
                headers.getFirst(HttpHeaders.LOCATION),
                headers.getFirst(HttpHeaders.ETAG),
                body);
    }

    static Answer of(Row row) {
        return new Answer(
                Objects.requireNonNull(row.get("status", Integer.class)),
                row.get("content_type", String.class),
                row.get("location", String.class),
                row.get("etag", String.class),
                Objects.requireNonNull(row.get("body", byte[].class)));
    }

    boolean isSuccess() {
        return HttpStatusCode.valueOf(status).is2xxSuccessful();
    }

    Mono<Void> replayTo(ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(status));
        var headers = response.getHeaders();
        headers.set(REPLAYED, "true");
        if (contentType != null) {
            headers.setContentType(MediaType.parseMediaType(contentType));
        }
        if (location != null) {
            headers.setLocation(URI.create(location));
        }
        if (etag != null) {
            headers.setETag(etag);
        }
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
