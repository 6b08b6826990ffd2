package io.rems.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A request, sent as any stranger would: nothing of REMS is on this side of the wire. */
record Call(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable Object body) {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIME_LIMIT)
            .build();

    static Call of(String method, String uri) {
        return new Call(method, URI.create(uri), Map.of("Accept", "application/json, application/problem+json"), null);
    }

    Call with(String header, String value) {
        var changed = new TreeMap<>(headers);
        changed.put(header, value);
        return new Call(method, uri, changed, body);
    }

    /** @param content bytes as they are, everything else as JSON */
    Call with(@Nullable Object content) {
        return new Call(method, uri, headers, content);
    }

    /** @throws UncheckedIOException if no answer came, in which case the request may have been carried out or not */
    Answer send() {
        var request = HttpRequest.newBuilder(uri).timeout(TIME_LIMIT);
        headers.forEach(request::header);
        switch (body) {
            case null -> request.method(method, BodyPublishers.noBody());
            case byte[] bytes -> {
                request.header("Content-Type", "application/octet-stream");
                request.method(method, BodyPublishers.ofByteArray(bytes));
            }
            default -> {
                request.header("Content-Type", "application/json");
                request.method(
                        method, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
            }
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
