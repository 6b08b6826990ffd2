package io.rems.platform.test.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a published schema. Topics are kept for ever and consumers read what was and what will be, so a schema
 * only grows: by fields, which are not required because older events lack them, and by values of an enumeration.
 */
final class SchemaChange {
    private static final Set<String> COMPARED_BY_THEMSELVES =
            Set.of("$schema", "title", "description", "examples", "properties", "required", "items", "enum");

    private final List<String> breaks = new ArrayList<>();

    private SchemaChange() {}

    /** What a consumer of the schema before could stumble over; empty if nothing. */
    static List<String> breaks(JsonNode before, JsonNode after) {
        var change = new SchemaChange();
        change.compare("", before, after);
        return change.breaks;
    }

    /** Takes from the required fields those that older events may lack. */
    static void requireNoMoreThan(@Nullable JsonNode before, JsonNode after) {
        if (before == null) {
            return;
        }
        if (after.get("required") instanceof ArrayNode required) {
            required.removeIf(field -> !contains(before.path("required"), field));
            if (required.isEmpty()) {
                ((ObjectNode) after).remove("required");
            }
        }
        after.path("properties")
                .properties()
                .forEach(field -> requireNoMoreThan(before.path("properties").get(field.getKey()), field.getValue()));
        if (after.has("items")) {
            requireNoMoreThan(before.get("items"), after.get("items"));
        }
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        Set<String> keywords = new TreeSet<>(before.propertyNames());
        keywords.addAll(after.propertyNames());
        keywords.removeAll(COMPARED_BY_THEMSELVES);
        for (String keyword : keywords) {
            if (!before.path(keyword).equals(after.path(keyword))) {
                breaks.add(at(path) + keyword + " was " + before.path(keyword) + " and is " + after.path(keyword));
            }
        }
        for (JsonNode field : before.path("required")) {
            if (!contains(after.path("required"), field)) {
                breaks.add(at(path) + field.stringValue() + " is no longer required");
            }
        }
        values(path, before.get("enum"), after.get("enum"));
        for (String field : before.path("properties").propertyNames()) {
            JsonNode now = after.path("properties").get(field);
            if (now == null) {
                breaks.add(at(path) + field + " is gone");
            } else {
                compare(path + "/" + field, before.path("properties").path(field), now);
            }
        }
        if (before.has("items")) {
            compare(path + "/items", before.get("items"), after.path("items"));
        }
    }

    private void values(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (after != null && before == null) {
            breaks.add(at(path) + "has become an enumeration");
        }
        if (before != null && after != null) {
            before.forEach(value -> {
                if (!contains(after, value)) {
                    breaks.add(at(path) + "the value " + value + " is gone");
                }
            });
        }
    }

    private static String at(String path) {
        return path.isEmpty() ? "" : path + ": ";
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        return array.valueStream().anyMatch(value::equals);
    }
}
