package io.rems.e2e;

import io.rems.local.App;
import io.rems.local.LocalStack;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A route of a service as its own description names it, so that a new one is tested from its first day.
 *
 * @param path with variables: {@code /api/v1/properties/{id}}
 * @param description the operation in the OpenAPI document
 * @param document all of it, for what the description refers to
 */
record Operation(App app, URI service, String method, String path, JsonNode description, JsonNode document) {

    private static final Pattern VARIABLE = Pattern.compile("([^/]+)/\\{[^}]+}");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** All routes of all services. */
    static List<Operation> all(LocalStack stack) {
        return Stream.of(App.values())
                .parallel()
                .filter(App::hasDatabase)
                .flatMap(app -> of(app, stack.address(app)))
                .toList();
    }

    private static Stream<Operation> of(App app, URI service) {
        var document =
                Call.of("GET", service + "/v3/api-docs").send().expect(200).json();
        return document.path("paths").properties().stream()
                .flatMap(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .map(method -> new Operation(
                                app,
                                service,
                                method.toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue().path(method),
                                document)));
    }

    boolean isInternal() {
        return path.startsWith("/api/v1/internal/");
    }

    /** Whether the gateway passes calls on to it. */
    boolean isOffered() {
        return path.startsWith("/api/") && !isInternal();
    }

    boolean isPublic() {
        return description.path("security").isArray()
                && description.path("security").isEmpty();
    }

    boolean isForOperator() {
        return description.path("x-permission").asString("").equals("platform administrator");
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** The collections whose elements its variables name, in their order: {@code properties, ownership-periods}. */
    List<String> collections() {
        return VARIABLE.matcher(path)
                .results()
                .map(variable -> variable.group(1))
                .toList();
    }

    /** The path with each variable replaced by what its collection is mapped to. */
    String pathFor(Function<String, ?> byCollection) {
        return VARIABLE.matcher(path)
                .replaceAll(variable ->
                        variable.group(1) + "/" + serviceOf(variable.group(1)) + byCollection.apply(variable.group(1)));
    }

    /** Every service has jobs, and their names begin with its. */
    private String serviceOf(String collection) {
        return collection.equals("jobs") ? app.name().toLowerCase(Locale.ROOT) + "-" : "";
    }

    List<JsonNode> queryParameters() {
        return StreamSupport.stream(description.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .toList();
    }

    boolean needsVersion() {
        return StreamSupport.stream(description.path("parameters").spliterator(), false)
                .anyMatch(parameter -> parameter.path("name").asString().equals("If-Match"));
    }

    /** The schema of its body; null if it takes none. */
    @Nullable
    JsonNode body() {
        var schema = description.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? null : schema;
    }

    /** Whether its body is a file. */
    boolean takesFile() {
        return description.at("/requestBody/content").has("application/octet-stream");
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + app.folder() + ")";
    }
}
