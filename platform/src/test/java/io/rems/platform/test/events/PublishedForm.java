package io.rems.platform.test.events;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rems.platform.events.Message;
import io.rems.platform.events.OutboxCheck;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refuses whatever a test would publish that is not declared, or not as its schema says. */
public final class PublishedForm implements OutboxCheck {
    private static final SchemaRegistry DRAFT_7 = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private final SingletonSupplier<Map<String, EventType>> declared;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final JsonMapper json;

    public PublishedForm(String service, JsonMapper json) {
        this.json = json;
        this.declared = SingletonSupplier.of(
                () -> EventType.of(service).stream().collect(Collectors.toMap(EventType::type, Function.identity())));
    }

    @Override
    public void check(Message message, String data) {
        EventType type = declared.obtain().get(message.type());
        if (type == null || type.data() != message.data().getClass()) {
            throw new IllegalStateException(
                    "%s is published but not declared: put @PublishedEvent on %s (docs/events/README.md says how)"
                            .formatted(message.type(), message.data().getClass().getName()));
        }
        Schema schema = schemas.computeIfAbsent(
                type.type(), _ -> DRAFT_7.getSchema(EventSchemas.exact().of(type)));
        List<Error> errors = violations(schema, json.readTree(data));
        if (!errors.isEmpty()) {
            throw new IllegalStateException(message.type() + " is not as its schema says: " + errors + " in " + data);
        }
    }

    /** How data departs from a schema. */
    static List<String> violations(JsonNode schema, JsonNode data) {
        return violations(DRAFT_7.getSchema(schema), data).stream()
                .map(Error::toString)
                .toList();
    }

    private static List<Error> violations(Schema schema, JsonNode data) {
        return schema.validate(
                data, execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
