package io.rems.platform.test.events;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a value that a schema admits: its own example where it brings one, else one after type, format and name. */
final class Example {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Example() {}

    static JsonNode of(String name, JsonNode schema) {
        if (schema.path("examples").isArray()) {
            return schema.get("examples").get(0);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        return switch (typeOf(schema)) {
            case "object" -> object(schema);
            case "array" -> NODES.arrayNode().add(of(name, schema.path("items")));
            case "boolean" -> NODES.booleanNode(true);
            case "integer", "number" -> NODES.numberNode(1);
            default -> NODES.stringNode(text(name, schema.path("format").asString("")));
        };
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties")
                .properties()
                .forEach(field -> object.set(field.getKey(), of(field.getKey(), field.getValue())));
        return object;
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asString() : type.asString("");
    }

    private static String text(String name, String format) {
        return switch (format) {
            case "uuid" -> "01932b7e-%04x-7000-8000-0242ac120002".formatted(name.hashCode() & 0xffff);
            case "date" -> "2026-11-30";
            case "date-time" -> "2026-11-30T21:00:00Z";
            case "duration" -> "PT72H";
            default -> words(name);
        };
    }

    /** {@code userName} as {@code User name}. */
    private static String words(String name) {
        String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
