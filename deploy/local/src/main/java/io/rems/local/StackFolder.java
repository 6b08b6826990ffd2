package io.rems.local;

import io.rems.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

    /** What a preparation needs; nothing in it outlives that but its logs. */
    StackFolder preparation() {
        return new StackFolder(home.resolve("preparation"), images);
    }

    Path data() {
        return home.resolve("data");
    }

    Path postgresPrograms() {
        return images.resolveSibling("postgresql-18.6.0");
    }

    Path postgresData() {
        return data().resolve("postgres");
    }

    Path kafkaData() {
        return data().resolve("kafka");
    }

    Path firstStartDone() {
        return data().resolve("first-start-done");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path logs() {
        return home.resolve("logs");
    }

    /** The logs of the start before stay for whoever looks for its end. */
    void setLogsAside() {
        var former = logs().resolve("former");
        Folders.delete(former);
        try {
            Files.createDirectories(former);
            for (var log : logFiles()) {
                Files.move(log, former.resolve(log.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> logFiles() {
        try (var files = Files.list(logs())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path key(App app) {
        return home.resolve("keys").resolve(app.shortName() + ".json");
    }

    Path secondFactorKeys() {
        return home.resolve("keys/second-factor.json");
    }

    Path secrets() {
        return home.resolve("secrets");
    }

    /** Where firm-service puts e-mails that would be sent elsewhere, one file each. */
    Path mail() {
        return home.resolve("mail");
    }

    Path lock() {
        return home.resolve("lock");
    }

    Path run() {
        return home.resolve("run");
    }

    /** Back to before the first start; what can be made again from the build stays. */
    void deleteData() {
        for (var part : List.of("data", "logs", "keys", "secrets", "mail")) {
            Folders.delete(home.resolve(part));
        }
    }
}
