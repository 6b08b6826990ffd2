package io.rems.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks an application whether it takes requests. */
final class Readiness {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIME_LIMIT)
            .build();

    boolean of(String address) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness"))
                .timeout(TIME_LIMIT)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
