package io.rems.local;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The six applications, in the order in which they are named to the user. */
public enum App {
    FIRM("firm-service", 8081),
    OWNERSHIP("ownership-service", 8082),
    APPROVAL("approval-service", 8083),
    TENANT("tenant-service", 8084),
    REPORTING("reporting-service", 8085),
    GATEWAY("gateway", 8080);

    private final String folder;
    private final int defaultPort;

    App(String folder, int defaultPort) {
        this.folder = folder;
        this.defaultPort = defaultPort;
    }

    /** As in {@code rems.service}: {@code firm}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its module, and how it is called towards the user: {@code firm-service}. */
    public String folder() {
        return folder;
    }

    public String artifact() {
        return "rems-" + folder;
    }

    public int defaultPort() {
        return defaultPort;
    }

    public boolean hasDatabase() {
        return this != GATEWAY;
    }

    public String database() {
        return "rems_" + shortName();
    }

    static String names(Collection<App> apps) {
        return apps.stream().sorted().map(App::folder).collect(Collectors.joining(", "));
    }

    /** Whose tokens it accepts: the gateway brings users, some services call others for themselves. */
    List<App> trusted() {
        return switch (this) {
            case GATEWAY -> List.of(FIRM);
            case OWNERSHIP -> List.of(GATEWAY, APPROVAL, FIRM);
            case TENANT -> List.of(GATEWAY, FIRM);
            case FIRM, APPROVAL, REPORTING -> List.of(GATEWAY);
        };
    }
}
