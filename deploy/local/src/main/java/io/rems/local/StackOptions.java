package io.rems.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to run and where.
 *
 * @param root the checkout, whose build results are run
 * @param apps which applications; the databases of all are there in any case
 * @param atOnce how many applications start at the same time
 * @param trained whether applications start from an AOT cache, which is made when missing
 * @param flags of the applications' JVMs; other flags need another cache, so give them another folder for images
 * @param properties of an application, beside those that the stack itself sets
 * @param fresh whether data of earlier starts is deleted first
 */
public record StackOptions(
        Path root,
        StackFolder folder,
        StackPorts ports,
        Set<App> apps,
        int atOnce,
        boolean trained,
        List<String> flags,
        Map<App, Map<String, String>> properties,
        boolean fresh) {

    /** Quick to start and small. The C2 compiler doubles the CPU time of a start and pays only under lasting load. */
    public static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-Xmx256m", "-Xss512k", "-XX:TieredStopAtLevel=1");

    public static StackOptions of(Path root, StackFolder folder) {
        var cores = Runtime.getRuntime().availableProcessors();
        return new StackOptions(
                root.toAbsolutePath().normalize(),
                folder,
                StackPorts.standard(),
                EnumSet.allOf(App.class),
                Math.max(2, cores),
                true,
                FLAGS,
                Map.of(),
                false);
    }

    StackOptions withFolder(StackFolder changed) {
        return new StackOptions(root, changed, ports, apps, atOnce, trained, flags, properties, fresh);
    }

    public StackOptions withFresh(boolean changed) {
        return new StackOptions(root, folder, ports, apps, atOnce, trained, flags, properties, changed);
    }

    public StackOptions withPorts(StackPorts changed) {
        return new StackOptions(root, folder, changed, apps, atOnce, trained, flags, properties, fresh);
    }

    public StackOptions withApps(Set<App> changed) {
        return new StackOptions(root, folder, ports, Set.copyOf(changed), atOnce, trained, flags, properties, fresh);
    }

    public StackOptions withAtOnce(int changed) {
        return new StackOptions(root, folder, ports, apps, changed, trained, flags, properties, fresh);
    }

    public StackOptions withTrained(boolean changed) {
        return new StackOptions(root, folder, ports, apps, atOnce, changed, flags, properties, fresh);
    }

    public StackOptions withFlags(List<String> changed) {
        return new StackOptions(root, folder, ports, apps, atOnce, trained, List.copyOf(changed), properties, fresh);
    }

    /** Sets a Spring property of one application, before any other source of it. */
    public StackOptions withProperty(App app, String key, String value) {
        var changed = new EnumMap<App, Map<String, String>>(App.class);
        changed.putAll(properties);
        var own = new HashMap<>(changed.getOrDefault(app, Map.of()));
        own.put(key, value);
        changed.put(app, Map.copyOf(own));
        return new StackOptions(root, folder, ports, apps, atOnce, trained, flags, Map.copyOf(changed), fresh);
    }
}
