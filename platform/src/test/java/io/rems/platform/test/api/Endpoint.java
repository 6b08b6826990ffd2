package io.rems.platform.test.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** An operation of a description, with its address. */
record Endpoint(JsonNode api, String method, String path, JsonNode operation) {

    static Stream<Endpoint> of(JsonNode api) {
        return api.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Endpoint(api, operation.getKey(), path.getKey(), operation.getValue())));
    }

    String name() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    boolean is(String... methods) {
        return Set.of(methods).contains(method);
    }

    /** Whether it is part of the API proper, not of what machines agree on, such as the key set. */
    boolean isOfApi() {
        return path.startsWith("/api/v1/");
    }

    boolean isPublic() {
        return operation.path("security").isArray() && operation.get("security").isEmpty();
    }

    List<String> segments() {
        return Arrays.stream(StringUtils.tokenizeToStringArray(path, "/")).toList();
    }

    Stream<JsonNode> parameters() {
        return operation.path("parameters").valueStream();
    }

    boolean takes(String parameter) {
        return parameters().anyMatch(given -> given.path("name").asString("").equals(parameter));
    }

    /** The answers of success, by status. */
    Set<String> successes() {
        return operation.path("responses").propertyNames().stream()
                .filter(status -> status.startsWith("2"))
                .collect(Collectors.toSet());
    }

    JsonNode answer(String status) {
        return operation.path("responses").path(status);
    }

    /** The schema of what it answers with in JSON, resolved. */
    JsonNode answered() {
        return successes().stream()
                .map(status ->
                        answer(status).path("content").path("application/json").path("schema"))
                .findFirst()
                .map(this::resolved)
                .orElse(MissingNode.getInstance());
    }

    /** Whether the answer is a part of a list, with the cursor of the following part. */
    boolean answersInPages() {
        JsonNode fields = answered().path("properties");
        return fields.path("next").path("type").toString().contains("string")
                && fields.valueStream()
                        .anyMatch(field -> field.path("type").asString("").equals("array"));
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? api.at(schema.get("$ref").asString().substring(1)) : schema;
    }
}
