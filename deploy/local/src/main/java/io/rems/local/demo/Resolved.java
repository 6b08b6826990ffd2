package io.rems.local.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry of a resource file as the API takes it: {@code @owners/nasser} has become an identifier and
 * {@code today-12d} a date, so that demo leases run and demo expenses are recent whenever they are loaded.
 */
record Resolved(ObjectNode body) {

    private static final Pattern DAY = Pattern.compile("today(?:([+-]\\d{1,5})d)?");
    private static final ZoneId ZONE = ZoneId.of("Asia/Kuwait");

    static Resolved of(DemoFirm firm, JsonNode entry) {
        return new Resolved((ObjectNode) resolve(firm, entry));
    }

    /** Takes a field out of the body, for the address. */
    String take(String field) {
        return body.remove(field).asString();
    }

    private static JsonNode resolve(DemoFirm firm, JsonNode node) {
        var factory = JsonMapper.shared().getNodeFactory();
        if (node.isObject()) {
            var object = factory.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), resolve(firm, field.getValue())));
            return object;
        }
        if (node.isArray()) {
            return factory.arrayNode()
                    .addAll(node.valueStream()
                            .map(element -> resolve(firm, element))
                            .collect(Collectors.toList()));
        }
        return node.isString() ? factory.stringNode(text(firm, node.asString())) : node;
    }

    private static String text(DemoFirm firm, String text) {
        if (text.startsWith("@")) {
            return firm.idOf(text.substring(1)).toString();
        }
        var day = DAY.matcher(text);
        if (!day.matches()) {
            return text;
        }
        var shift = day.group(1) == null ? 0 : Integer.parseInt(day.group(1));
        return LocalDate.now(ZONE).plusDays(shift).toString();
    }
}
