package io.rems.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.api.ApiRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares the OpenAPI description that the service generates from its code with the one in {@code docs/openapi}, which
 * portal developers read. A change of the API shows in the diff of that file, or the build fails.
 */
public final class PublishedApi {
    /** Set to true to write the file instead of comparing: {@code ./mvnw -pl NAME-service verify -Drems.openapi=write}. */
    private static final String PROPERTY = "rems.openapi";

    private static final Path FOLDER = Path.of("..", "docs", "openapi");

    private final RemsHttp http;
    private final String service;
    private final JsonMapper json;

    PublishedApi(RemsHttp http, String service, JsonMapper json) {
        this.http = http;
        this.service = service;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    public void isTheDocumentedOne() throws IOException {
        String generated = generated();
        assertThat(ApiRules.violations(json.readTree(generated)))
                .as("the API departs from the conventions")
                .isEmpty();
        Path file = FOLDER.resolve(service + ".json");
        if ("write".equals(System.getProperty(PROPERTY))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, generated);
        }
        assertThat(file).as("run once with -D%s=write", PROPERTY).exists();
        assertThat(generated)
                .as("the API differs from %s; if that is meant, run once with -D%s=write", file, PROPERTY)
                .isEqualTo(Files.readString(file));
    }

    private String generated() {
        byte[] body = http.client()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        ObjectNode api = (ObjectNode) json.readTree(Objects.requireNonNull(body));
        return json.writeValueAsString(api) + "\n";
    }
}
