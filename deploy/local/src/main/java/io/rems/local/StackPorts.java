package io.rems.local;

import io.rems.embedded.Ports;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The port of each part: {@code gateway}, {@code firm}, ..., {@code postgres}, {@code kafka}. */
public record StackPorts(Map<String, Integer> byPart) {

    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";

    private static final int LARGEST = 65_535;

    public StackPorts {
        byPart = Map.copyOf(byPart);
    }

    public static StackPorts standard() {
        var ports = new LinkedHashMap<String, Integer>();
        for (var app : App.values()) {
            ports.put(app.shortName(), app.defaultPort());
        }
        ports.put(POSTGRES, 15432);
        ports.put(KAFKA, 19092);
        return new StackPorts(ports);
    }

    /** Any that are free now: for tests, which run beside a stack. */
    public static StackPorts free() {
        var ports = new LinkedHashMap<>(standard().byPart());
        ports.replaceAll((_, _) -> Ports.free());
        return new StackPorts(ports);
    }

    /** @throws StackFailure if there is no such part or no such port */
    public StackPorts with(Map<String, Integer> changes) {
        var ports = new LinkedHashMap<>(byPart);
        changes.forEach((part, port) -> {
            if (port < 1 || port > LARGEST) {
                throw new StackFailure(port + " is no port for \"" + part + "\": ports are 1 to " + LARGEST + ".");
            }
            if (ports.replace(part, port) == null) {
                throw new StackFailure("There is no part \"" + part + "\" to give a port; there are "
                        + String.join(", ", new TreeSet<>(byPart.keySet())) + ".");
            }
        });
        return new StackPorts(ports);
    }

    public int of(App app) {
        return of(app.shortName());
    }

    public int postgres() {
        return of(POSTGRES);
    }

    public int kafka() {
        return of(KAFKA);
    }

    private int of(String part) {
        return Objects.requireNonNull(byPart.get(part), part);
    }
}
