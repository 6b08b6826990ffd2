package io.rems.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** What runs, one file a part in {@code .rems/run}: {@code status} and the clean-up after a crash read it. */
final class RunningParts {

    static final String LAUNCHER = "launcher";

    static final String READY = "ready";

    private final Path folder;

    RunningParts(Path folder) {
        this.folder = folder;
    }

    void add(Part part) {
        var properties = new Properties();
        properties.setProperty("name", part.name());
        properties.setProperty("address", part.address());
        properties.setProperty("pid", Long.toString(part.pid()));
        properties.setProperty("started", part.started().toString());
        properties.setProperty("marker", part.marker());
        try {
            Files.createDirectories(folder);
            var draft = folder.resolve(part.name() + ".draft");
            try (var writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, null);
            }
            Files.move(draft, file(part.name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Part> find(String name) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file(name))) {
            properties.load(reader);
            return Optional.of(new Part(
                    properties.getProperty("name"),
                    properties.getProperty("address"),
                    Long.parseLong(properties.getProperty("pid")),
                    Instant.parse(properties.getProperty("started")),
                    properties.getProperty("marker")));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Those of the parts that are written down, in the order in which they stop: applications, broker, database. */
    List<Part> all() {
        var parts = new ArrayList<Part>();
        for (var app : App.values()) {
            find(app.folder()).ifPresent(parts::add);
        }
        find(StackPorts.KAFKA).ifPresent(parts::add);
        find(StackPorts.POSTGRES).ifPresent(parts::add);
        return parts;
    }

    private Path file(String name) {
        return folder.resolve(name + ".properties");
    }
}
