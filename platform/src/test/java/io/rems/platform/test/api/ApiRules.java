package io.rems.platform.test.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds an OpenAPI description against the conventions of the HTTP API, and tells what departs from them. */
public final class ApiRules {
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern MOMENT =
            Pattern.compile("at|on|date|time|until|since|deadline|asOf|[a-z]\\w*(At|Date|Until|Since|Deadline)");
    private static final Set<String> MOMENTS = Set.of("date", "date-time");

    private final List<String> violations = new ArrayList<>();
    private final JsonNode api;

    private ApiRules(JsonNode api) {
        this.api = api;
    }

    /** What is wrong, in words; empty if nothing. */
    public static List<String> violations(JsonNode api) {
        var rules = new ApiRules(api);
        Endpoint.of(api).forEach(rules::check);
        rules.checkIdentifiers();
        rules.checkSchemas();
        return rules.violations;
    }

    private void check(Endpoint endpoint) {
        checkDescription(endpoint);
        checkAnswers(endpoint);
        endpoint.parameters().forEach(parameter -> {
            require(has(parameter, "description"), endpoint, "does not describe " + name(parameter));
            require(
                    "header".equals(parameter.path("in").asString())
                            || CAMEL.matcher(name(parameter)).matches(),
                    endpoint,
                    name(parameter) + " is not in camelCase");
        });
        if (endpoint.isOfApi()) {
            checkAddress(endpoint);
            checkLists(endpoint);
            checkCommands(endpoint);
        }
    }

    private void checkDescription(Endpoint endpoint) {
        for (String text : List.of("operationId", "summary", "description")) {
            require(has(endpoint.operation(), text), endpoint, "has no " + text);
        }
        require(endpoint.operation().path("tags").size() == 1, endpoint, "has not one tag");
        endpoint.operation()
                .path("tags")
                .forEach(tag -> require(
                        api.path("tags")
                                .valueStream()
                                .anyMatch(known -> known.path("name").equals(tag)),
                        endpoint,
                        "has a tag that is not listed: " + tag));
    }

    private void checkAnswers(Endpoint endpoint) {
        require(!endpoint.successes().isEmpty(), endpoint, "says nothing of success");
        endpoint.successes()
                .forEach(status ->
                        require(has(endpoint.answer(status), "description"), endpoint, "does not describe " + status));
        require(
                endpoint.answer("default").path("content").has("application/problem+json"),
                endpoint,
                "does not say that errors are problems");
    }

    private void checkAddress(Endpoint endpoint) {
        List<String> segments = endpoint.segments();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean ofOne = i + 1 < segments.size() && segments.get(i + 1).startsWith("{");
            require(
                    segment.startsWith("{") || KEBAB.matcher(segment).matches(),
                    endpoint,
                    segment + " is not in kebab-case");
            require(!ofOne || segment.endsWith("s"), endpoint, segment + " is not a plural");
        }
    }

    private void checkLists(Endpoint endpoint) {
        JsonNode answered = endpoint.answered();
        require(!answered.path("type").asString("").equals("array"), endpoint, "answers with a bare array");
        boolean pages = endpoint.answersInPages();
        if (endpoint.is("get") && pages) {
            for (String parameter : List.of("limit", "cursor", "sort")) {
                require(endpoint.takes(parameter), endpoint, "answers in pages but does not take " + parameter);
            }
        }
        require(!endpoint.takes("cursor") || pages, endpoint, "takes a cursor but gives none");
    }

    private void checkCommands(Endpoint endpoint) {
        if (endpoint.is("post") && !endpoint.isPublic()) {
            require(endpoint.takes("Idempotency-Key"), endpoint, "does not take Idempotency-Key");
        }
        boolean versioned = api.path("paths")
                .path(endpoint.path())
                .path("get")
                .path("responses")
                .path("200")
                .path("headers")
                .has("ETag");
        if (endpoint.is("put", "patch", "delete") && versioned) {
            require(endpoint.takes("If-Match"), endpoint, "does not take If-Match, though the resource has a version");
        }
    }

    private void checkIdentifiers() {
        Set<String> seen = new TreeSet<>();
        Endpoint.of(api).forEach(endpoint -> {
            String id = endpoint.operation().path("operationId").asString("");
            require(seen.add(id), endpoint, "has the operationId of another: " + id);
            require(!id.contains("_"), endpoint, "has an operationId that depends on others: " + id);
        });
    }

    private void checkSchemas() {
        String whole = api.toString();
        for (String name : api.at("/components/schemas").propertyNames()) {
            if (!whole.contains("\"#/components/schemas/" + name + "\"")) {
                violations.add("Nobody uses the schema " + name);
            }
            checkSchema(name, api.at("/components/schemas").get(name));
        }
    }

    private void checkSchema(String path, JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            if (!CAMEL.matcher(name).matches()) {
                violations.add(path + "." + name + " is not in camelCase");
            }
            if (isText(property.getValue())
                    && MOMENT.matcher(name).matches()
                    && !MOMENTS.contains(property.getValue().path("format").asString(""))) {
                violations.add(path + "." + name + " does not say whether it is a date or an instant");
            }
            checkSchema(path + "." + name, property.getValue());
        });
        Stream.of("items", "additionalProperties")
                .filter(schema::has)
                .forEach(part -> checkSchema(path + "[]", schema.get(part)));
    }

    private static boolean isText(JsonNode schema) {
        return schema.path("type").toString().contains("string") && !schema.has("enum");
    }

    private static boolean has(JsonNode node, String text) {
        return !node.path(text).asString("").isBlank();
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").asString("");
    }

    private void require(boolean kept, Endpoint endpoint, String otherwise) {
        if (!kept) {
            violations.add(endpoint.name() + " " + otherwise);
        }
    }
}
