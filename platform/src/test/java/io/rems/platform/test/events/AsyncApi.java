package io.rems.platform.test.events;

import java.util.List;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3 description of a service's topic: what all events share, and one message for each type. */
final class AsyncApi {
    private static final String FRAME = """
            {
              "asyncapi": "3.1.0",
              "info": {
                "title": "REMS events of %1$s-service",
                "version": "1.0.0",
                "description": "What happens in %1$s-service, for whoever has to react to it. How to read it: README.md beside this file.",
                "license": {"name": "Apache-2.0"}
              },
              "defaultContentType": "application/json",
              "channels": {
                "events": {
                  "address": "rems.%1$s.events",
                  "title": "Events of %1$s-service",
                  "description": "Kept for ever. Events of one subject are in one partition and in order; each is delivered at least once.",
                  "messages": {},
                  "bindings": {"kafka": {"topic": "rems.%1$s.events", "bindingVersion": "0.5.0"}}
                }
              },
              "operations": {
                "publish": {
                  "action": "send",
                  "channel": {"$ref": "#/channels/events"},
                  "summary": "%1$s-service tells what has happened, after the transaction that did it.",
                  "messages": []
                }
              },
              "components": {
                "messages": {},
                "messageTraits": {
                  "event": {
                    "contentType": "application/json",
                    "headers": {
                      "type": "object",
                      "required": ["ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_firmid", "ce_actorid", "ce_aggregateversion"],
                      "properties": {
                        "ce_specversion": {"type": "string", "const": "1.0"},
                        "ce_id": {"type": "string", "format": "uuid", "description": "Names the event (UUIDv7); a second delivery carries it again"},
                        "ce_source": {"type": "string", "const": "/rems/%1$s-service"},
                        "ce_type": {"type": "string", "description": "Versioned name of what happened"},
                        "ce_subject": {"type": "string", "format": "uuid", "description": "The aggregate that it happened to, as the record's key"},
                        "ce_time": {"type": "string", "format": "date-time", "description": "When it happened"},
                        "ce_firmid": {"type": "string", "format": "uuid", "description": "The firm that it happened in; 00000000-0000-0000-0000-000000000000 is REMS itself"},
                        "ce_actorid": {"type": "string", "description": "Who did it: a user's id, or service:<name>"},
                        "ce_supportaccessid": {"type": "string", "format": "uuid", "description": "The support access that let the actor, a platform administrator, into the firm"},
                        "ce_aggregateversion": {"type": "string", "pattern": "^\\\\d+$", "description": "Version of the aggregate after it"},
                        "ce_traceparent": {"type": "string", "description": "W3C trace context of the command, where it was traced"},
                        "content-type": {"type": "string", "const": "application/json"}
                      }
                    }
                  }
                }
              }
            }
            """;

    private static final String ASKING = """
            {
              "address": "rems.%2$s.events",
              "title": "What %2$s-service asks of %1$s-service",
              "description": "Of all events of %2$s-service, those by which it asks for something. Each may be delivered again, and then changes nothing.",
              "messages": {},
              "bindings": {"kafka": {"topic": "rems.%2$s.events", "bindingVersion": "0.5.0"}}
            }
            """;

    private static final String RECEIVING = """
            {
              "action": "receive",
              "channel": {"$ref": "#/channels/%2$s"},
              "summary": "%1$s-service does what %2$s-service asks for, and answers with an event of its own.",
              "messages": []
            }
            """;

    private final JsonMapper json;

    AsyncApi(JsonMapper json) {
        this.json = json;
    }

    ObjectNode of(String service, List<EventType> types, List<? extends JsonNode> examples) {
        var api = (ObjectNode) json.readTree(FRAME.formatted(service));
        var listed = (ObjectNode) api.at("/channels/events/messages");
        var sent = (ArrayNode) api.at("/operations/publish/messages");
        var messages = (ObjectNode) api.at("/components/messages");
        for (int i = 0; i < types.size(); i++) {
            String name = types.get(i).name();
            listed.putObject(name).put("$ref", "#/components/messages/" + name);
            sent.addObject().put("$ref", "#/channels/events/messages/" + name);
            messages.set(name, message(service, types.get(i), examples.get(i)));
        }
        return api;
    }

    /** What others can ask the service for: a channel for each that may, with what it sends there. */
    void addAwaited(ObjectNode api, String service, EventType type, JsonNode example) {
        var from = type.from();
        var operation = "receiveFrom" + StringUtils.capitalize(from);
        var channels = (ObjectNode) api.path("channels");
        if (!channels.has(from)) {
            channels.set(from, json.readTree(ASKING.formatted(service, from)));
            ((ObjectNode) api.path("operations")).set(operation, json.readTree(RECEIVING.formatted(service, from)));
        }
        ((ObjectNode) channels.at("/" + from + "/messages"))
                .putObject(type.name())
                .put("$ref", "#/components/messages/" + type.name());
        ((ArrayNode) api.at("/operations/" + operation + "/messages"))
                .addObject()
                .put("$ref", "#/channels/" + from + "/messages/" + type.name());
        var message = message(service + "/awaited", type, example);
        message.putObject("headers")
                .put("type", "object")
                .putObject("properties")
                .putObject("ce_source")
                .put("type", "string")
                .put("const", "/rems/" + from + "-service");
        ((ObjectNode) api.at("/components/messages")).set(type.name(), message);
    }

    private ObjectNode message(String service, EventType type, JsonNode example) {
        ObjectNode message = json.createObjectNode();
        message.put("name", type.type()).put("title", type.name()).put("summary", type.description());
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/event");
        message.putObject("payload")
                .put("schemaFormat", "application/schema+json;version=draft-07")
                .putObject("schema")
                .put("$ref", "./" + service + "/" + type.name() + ".schema.json");
        message.putObject("bindings")
                .putObject("kafka")
                .put("bindingVersion", "0.5.0")
                .putObject("key")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", "Id of the " + type.subject());
        ObjectNode shown = message.putArray("examples").addObject().put("name", type.name());
        shown.set("payload", example);
        return message;
    }
}
