package io.rems.local;

import io.rems.embedded.Folders;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of one stack, {@code .rems}: what {@code --fresh} deletes and what it keeps.
 *
 * @param images extracted applications and their AOT caches; may be shared by several stacks
 */
public record StackFolder(Path home, Path images) {

    public StackFolder {
        home = home.toAbsolutePath().normalize();
        images = images.toAbsolutePath().normalize();
    }

    public static StackFolder at(Path home) {
        return new StackFolder(home, home.resolve("apps"));
    }

    Path postgresPrograms() {
        return images.resolveSibling("postgresql-18.6.0");
    }

    Path postgresData() {
        return home.resolve("data/postgres");
    }

    Path kafkaData() {
        return home.resolve("data/kafka");
    }

    Path firstStartDone() {
        return home.resolve("data/first-start-done");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path logs() {
        return home.resolve("logs");
    }

    Path key(App app) {
        return home.resolve("keys").resolve(app.shortName() + ".json");
    }

    Path secrets() {
        return home.resolve("secrets");
    }

    Path lock() {
        return home.resolve("lock");
    }

    Path run() {
        return home.resolve("run");
    }

    /** Back to before the first start; what can be made again from the build stays. */
    void deleteData() {
        for (var part : List.of("data", "logs", "keys", "secrets")) {
            Folders.delete(home.resolve(part));
        }
    }
}
