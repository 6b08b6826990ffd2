package io.rems.embedded;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Where the servers of tests come from: the system property {@value #PROPERTY} decides, by default {@code auto}. */
public enum ServerSource {
    /** Containers where Docker answers, else embedded servers. */
    AUTO,
    /** Containers, and no tests without them. */
    DOCKER,
    /** Child processes from artifacts of Maven Central. */
    EMBEDDED;

    public static final String PROPERTY = "rems.test.servers";

    /** @param likely whether it is worth a second to ask */
    record Docker(BooleanSupplier likely, BooleanSupplier answers) {}

    static ServerSource named(String name) {
        return Arrays.stream(values())
                .filter(source -> source.toString().equals(name))
                .findAny()
                .orElseThrow(() -> new ServerFailure(
                        "There is no -D%s=%s: say auto, docker or embedded.".formatted(PROPERTY, name)));
    }

    boolean isContainers(Docker docker) {
        return switch (this) {
            case EMBEDDED -> false;
            case AUTO -> docker.likely().getAsBoolean() && docker.answers().getAsBoolean();
            case DOCKER -> {
                if (!docker.answers().getAsBoolean()) {
                    throw new ServerFailure(
                            "-D%s=docker, but Docker does not answer. Start it or tell where it is by DOCKER_HOST; "
                                            .formatted(PROPERTY)
                                    + "without the switch, tests run on embedded servers where there is no Docker.");
                }
                yield true;
            }
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
