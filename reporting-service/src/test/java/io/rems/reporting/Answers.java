package io.rems.reporting;

import io.rems.platform.access.Caller;
import io.rems.platform.test.RemsHttp;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Reads reports over HTTP until they show what was told, for at most a while. */
public record Answers(RemsHttp http, Caller caller) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public WebTestClient.ResponseSpec get(String path, Object... variables) {
        return http.as(caller).get(path, variables);
    }

    public JsonNode now(String path, Object... variables) {
        return Objects.requireNonNull(get(path, variables)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    public void eventually(Consumer<JsonNode> holds, String path, Object... variables) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> holds.accept(now(path, variables)));
    }
}
