package io.rems.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A body that a route accepts, made from its schema: what is required, what is one of a few, and no more. */
final class SampleBody {

    /** What no schema tells. */
    private static final Map<String, Object> BY_NAME = Map.of(
            "share", "1/2",
            "fraction", "1/1",
            "id", UUID.randomUUID(),
            "schedule", Map.of("everyMonths", 1, "day", 1, "from", "2030-01-01"),
            "amount", Map.of("amount", "1.000", "currency", "KWD"),
            "rent", Map.of("amount", "1.000", "currency", "KWD"),
            "email", "somebody@e2e.example",
            "pattern", "{floor}{nn}",
            "value", "PT5S");

    private static final Map<String, String> COLLECTION_BY_FIELD = Map.ofEntries(
            Map.entry("firm", "firms"),
            Map.entry("firmId", "firms"),
            Map.entry("user", "users"),
            Map.entry("userId", "users"),
            Map.entry("ownerId", "owners"),
            Map.entry("into", "owners"),
            Map.entry("propertyId", "properties"),
            Map.entry("unitId", "units"),
            Map.entry("delegateId", "users"),
            Map.entry("propertyIds", "properties"),
            Map.entry("categoryIds", "expense-categories"),
            Map.entry("tenantId", "tenants"),
            Map.entry("coTenantIds", "tenants"),
            Map.entry("vendorId", "vendors"),
            Map.entry("categoryId", "expense-categories"),
            Map.entry("parentId", "expense-categories"),
            Map.entry("typeId", "expense-types"),
            Map.entry("inheritanceId", "inheritances"),
            Map.entry("ids", "expenses"),
            Map.entry("submitter", "users"),
            Map.entry("supportAccess", "support-accesses"));

    private final Operation operation;
    private final Function<String, UUID> byCollection;

    private SampleBody(Operation operation, Function<String, UUID> byCollection) {
        this.operation = operation;
        this.byCollection = byCollection;
    }

    /** @param byCollection what identifiers in the body refer to */
    static @Nullable Map<String, Object> of(Operation operation, Function<String, UUID> byCollection) {
        var schema = operation.body();
        return schema == null ? null : new SampleBody(operation, byCollection).object(schema);
    }

    /** Fields of the body that name something else of the firm. */
    static List<String> references(Operation operation) {
        var schema = operation.body();
        return schema == null
                ? List.of()
                : resolved(operation, schema).path("properties").propertyNames().stream()
                        .filter(COLLECTION_BY_FIELD::containsKey)
                        .toList();
    }

    static String collectionOf(String field) {
        return Objects.requireNonNull(
                COLLECTION_BY_FIELD.get(field), () -> "SampleBody does not know what " + field + " refers to; tell it");
    }

    private Map<String, Object> object(JsonNode schema) {
        var resolved = resolved(operation, schema);
        var required = StreamSupport.stream(resolved.path("required").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        var body = new LinkedHashMap<String, Object>();
        resolved.path("properties").properties().stream()
                .filter(field ->
                        required.contains(field.getKey()) || field.getValue().has("enum"))
                .forEach(field -> body.put(field.getKey(), value(field.getKey(), field.getValue())));
        return body;
    }

    private Object value(String name, JsonNode given) {
        var schema = resolved(operation, given);
        if (BY_NAME.containsKey(name)) {
            return BY_NAME.get(name);
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0).asString();
        }
        return switch (schema.path("format").asString(schema.path("type").asString())) {
            case "uuid" -> byCollection.apply(collectionOf(name));
            case "date" -> "2026-01-01";
            case "date-time" -> "2026-01-01T00:00:00Z";
            case "boolean" -> true;
            case "integer", "int32", "int64", "number" -> 1;
            case "object" -> object(schema);
            case "array" -> List.of(value(name, schema.path("items")));
            default -> "Sample";
        };
    }

    private static JsonNode resolved(Operation operation, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : operation.document().at(reference.substring(1));
    }
}
