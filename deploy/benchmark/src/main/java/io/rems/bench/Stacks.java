package io.rems.bench;

import io.rems.embedded.Folders;
import io.rems.local.App;
import io.rems.local.LocalStack;
import io.rems.local.Progress;
import io.rems.local.StackFolder;
import io.rems.local.StackOptions;
import io.rems.local.StackPorts;
import io.rems.platform.access.SigningKey;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stacks to measure, beside the one that {@code ./rems up} may have started, on ports of their own. */
final class Stacks {

    private static final List<String> FLAGS_FOR_LOAD = List.of("-XX:+UseSerialGC", "-Xmx512m", "-Xss512k");
    /** As everywhere but in a local stack. */
    private static final String HASH_MEMORY = "9216";

    private static final String HASH_ITERATIONS = "4";
    private static final String ANY_NUMBER = "1000000000";

    private final Path root;
    private final Path home;
    private volatile @Nullable LocalStack running;

    Stacks(Path root) {
        this.root = root;
        this.home = root.resolve(".rems/bench");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    void deleteData() {
        List.of("data", "keys", "secrets").forEach(part -> Folders.delete(home.resolve(part)));
    }

    void deleteImages() {
        List.of("trained", "untrained").forEach(images -> Folders.delete(home.resolve(images)));
    }

    /** As {@code ./rems up} starts it. */
    LocalStack startTrained() {
        return start(options("trained"), Progress.silent());
    }

    /** The same without AOT caches. */
    LocalStack startUntrained() {
        return start(options("untrained").withTrained(false), Progress.silent());
    }

    /** On no data yet, with the optimising compiler, and without the limits that keep one user from taking what is everybody's. */
    LocalStack startForLoad() {
        deleteData();
        var options = options("for-load")
                .withFlags(FLAGS_FOR_LOAD)
                .withTrained(false)
                .withProperty(App.FIRM, "rems.sign-in.hashing.memory", HASH_MEMORY)
                .withProperty(App.FIRM, "rems.sign-in.hashing.iterations", HASH_ITERATIONS);
        for (var limit : List.of("user", "address", "login")) {
            options = options.withProperty(App.GATEWAY, "rems.limits." + limit + ".burst", ANY_NUMBER)
                    .withProperty(App.GATEWAY, "rems.limits." + limit + ".per-second", ANY_NUMBER);
        }
        return start(options, Progress.on(System.err));
    }

    /** The key with which an application signs its tokens. */
    SigningKey keyOf(App app) {
        return SigningKey.readFrom(home.resolve("keys").resolve(app.shortName() + ".json"));
    }

    private LocalStack start(StackOptions options, Progress progress) {
        var stack = LocalStack.start(options, progress);
        running = stack;
        return stack;
    }

    /** After Ctrl-C. */
    private void stop() {
        var stack = running;
        if (stack != null) {
            stack.close();
        }
    }

    private StackOptions options(String images) {
        return StackOptions.of(root, new StackFolder(home, home.resolve(images)))
                .withPorts(StackPorts.free());
    }
}
