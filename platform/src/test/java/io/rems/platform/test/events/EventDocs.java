package io.rems.platform.test.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares the AsyncAPI description and the JSON Schemas of a service's events, generated from its code, with those in
 * {@code docs/events}, which integrators read. A change that they could stumble over is refused even when writing.
 */
public final class EventDocs {
    /** Set to write the files instead of comparing: {@code ./mvnw -pl NAME-service test -Dtest=EventDocsTest -Drems.events=write}. */
    private static final String PROPERTY = "rems.events";

    private static final String SCHEMA = ".schema.json";

    private final String service;
    private final List<EventType> types;
    private final List<EventType> awaited;
    private final Path folder;
    private final boolean write;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final List<String> breaks = new ArrayList<>();

    EventDocs(String service, List<EventType> types, List<EventType> awaited, Path folder, boolean write) {
        this.service = service;
        this.types = types;
        this.awaited = awaited;
        this.folder = folder;
        this.write = write;
    }

    /** What the code of a service declares, such as {@code firm}. */
    public static EventDocs of(String service) {
        return new EventDocs(
                service,
                EventType.of(service),
                EventType.awaitedBy(service),
                Path.of("..", "docs", "events"),
                "write".equals(System.getProperty(PROPERTY)));
    }

    public void areTheDocumentedOnes() throws IOException {
        assertThat(types)
                .extracting(EventType::type)
                .as("each type is declared once")
                .doesNotHaveDuplicates();
        Map<Path, JsonNode> committed = committed();
        Map<Path, String> generated = generated(committed);
        committed.keySet().stream()
                .filter(file -> !generated.containsKey(file))
                .forEach(file -> breaks.add(file.getFileName() + " describes what is no longer published"));
        assertThat(breaks)
                .as("publish a new version beside the old; or, if the type was never released, delete its schema first")
                .isEmpty();
        if (write) {
            write(generated);
        }
        for (Map.Entry<Path, String> file : generated.entrySet()) {
            assertThat(file.getKey()).as("run once with -D%s=write", PROPERTY).exists();
            assertThat(Files.readString(file.getKey()))
                    .as("%s is not what the code says; run once with -D%s=write", file.getKey(), PROPERTY)
                    .isEqualTo(file.getValue());
        }
    }

    private Map<Path, String> generated(Map<Path, JsonNode> committed) {
        Map<Path, String> files = new TreeMap<>();
        AsyncApi asyncApi = new AsyncApi(json);
        List<JsonNode> examples = types.stream()
                .map(type -> example(type, folder.resolve(service), committed, files))
                .toList();
        ObjectNode api = asyncApi.of(service, types, examples);
        for (EventType type : awaited) {
            asyncApi.addAwaited(api, service, type, example(type, awaitedFolder(), committed, files));
        }
        files.put(folder.resolve(service + ".asyncapi.json"), text(api));
        return files;
    }

    /** Puts down the schema, too. */
    private JsonNode example(EventType type, Path schemas, Map<Path, JsonNode> committed, Map<Path, String> files) {
        Path file = schemas.resolve(type.name() + SCHEMA);
        ObjectNode schema = schema(type, committed.get(file));
        JsonNode example = Example.of(type.name(), schema);
        assertThat(PublishedForm.violations(schema, example))
                .as("example of %s: %s", type.type(), example)
                .isEmpty();
        files.put(file, text(schema));
        return example;
    }

    private Path awaitedFolder() {
        return folder.resolve(service, "awaited");
    }

    private ObjectNode schema(EventType type, @Nullable JsonNode before) {
        ObjectNode schema = EventSchemas.published().of(type);
        SchemaChange.requireNoMoreThan(before, schema);
        if (before != null) {
            SchemaChange.breaks(before, schema).forEach(change -> breaks.add(type.name() + " " + change));
        }
        return schema;
    }

    private Map<Path, JsonNode> committed() throws IOException {
        Map<Path, JsonNode> found = new TreeMap<>();
        for (Path schemas : List.of(folder.resolve(service), awaitedFolder())) {
            if (Files.exists(schemas)) {
                try (Stream<Path> files = Files.list(schemas)) {
                    files.filter(Files::isRegularFile).forEach(file -> found.put(file, json.readTree(file)));
                }
            }
        }
        return found;
    }

    private void write(Map<Path, String> files) throws IOException {
        Files.createDirectories(folder.resolve(service));
        if (!awaited.isEmpty()) {
            Files.createDirectories(awaitedFolder());
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private String text(JsonNode node) {
        return json.writeValueAsString(node) + "\n";
    }
}
