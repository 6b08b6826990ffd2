package io.rems.platform.test.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.rems.platform.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the JSON Schema (draft 7, which AsyncAPI reads) of an event's data from its record. Every field is there in every
 * event; one that is {@link Nullable} may be null. A field's {@link Schema} brings its description and example.
 */
final class EventSchemas {
    private final SchemaGenerator generator;

    private EventSchemas(boolean closed) {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(
                        Option.INLINE_ALL_SCHEMAS,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.ENUM_KEYWORD_FOR_SINGLE_VALUES);
        if (closed) {
            config.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        }
        config.forTypesInGeneral()
                .withPropertySorter((one, other) -> 0)
                .withCustomDefinitionProvider((type, context) -> type.getErasedType() == Money.class
                        ? new CustomDefinition(
                                money(context.getGeneratorConfig().createObjectNode()))
                        : null);
        config.forFields()
                .withRequiredCheck(field -> !field.isFakeContainerItemScope())
                .withNullableCheck(EventSchemas::mayBeNull)
                .withDescriptionResolver(field -> {
                    Schema said = field.getAnnotation(Schema.class);
                    return said == null || said.description().isEmpty() ? null : said.description();
                })
                .withInstanceAttributeOverride((node, field, context) -> {
                    Schema said = field.getAnnotation(Schema.class);
                    if (said != null && !said.example().isEmpty()) {
                        node.putArray("examples").add(said.example());
                    }
                });
        generator = new SchemaGenerator(config.build());
    }

    /** As others may rely on it: fields may be added. */
    static EventSchemas published() {
        return new EventSchemas(false);
    }

    /** As this very version of the service must write it: these fields and no others. */
    static EventSchemas exact() {
        return new EventSchemas(true);
    }

    ObjectNode of(EventType event) {
        ObjectNode generated = generator.generateSchema(event.data());
        unwrap(generated, event.data());
        ObjectNode schema = generated.objectNode();
        schema.set("$schema", generated.get("$schema"));
        schema.put("title", event.type());
        schema.put("description", event.description());
        return schema.setAll(generated);
    }

    /** Puts the fields of what is written without a level of its own where it stands. */
    private static void unwrap(ObjectNode schema, Class<?> data) {
        for (RecordComponent part : Objects.requireNonNullElse(data.getRecordComponents(), new RecordComponent[0])) {
            if (part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                ObjectNode properties = (ObjectNode) schema.get("properties");
                JsonNode inner = properties.get(part.getName());
                ObjectNode flat = schema.objectNode();
                properties.properties().forEach(property -> {
                    if (property.getValue() == inner) {
                        flat.setAll((ObjectNode) inner.get("properties"));
                    } else {
                        flat.set(property.getKey(), property.getValue());
                    }
                });
                ArrayNode required = schema.arrayNode();
                schema.get("required").forEach(name -> {
                    if (name.asString().equals(part.getName())) {
                        required.addAll((ArrayNode) inner.get("required"));
                    } else {
                        required.add(name);
                    }
                });
                schema.set("properties", flat);
                schema.set("required", required);
            }
        }
    }

    private static boolean mayBeNull(FieldScope field) {
        return !field.isFakeContainerItemScope()
                && field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode money(ObjectNode money) {
        money.put("type", "object").put("description", "An exact amount, with all decimals of its currency");
        ObjectNode properties = money.putObject("properties");
        properties
                .putObject("amount")
                .put("type", "string")
                .put("pattern", "^-?\\d+(\\.\\d+)?$")
                .putArray("examples")
                .add("450.000");
        properties
                .putObject("currency")
                .put("type", "string")
                .put("pattern", "^[A-Z]{3}$")
                .putArray("examples")
                .add("KWD");
        money.putArray("required").add("amount").add("currency");
        return Objects.requireNonNull(money);
    }
}
