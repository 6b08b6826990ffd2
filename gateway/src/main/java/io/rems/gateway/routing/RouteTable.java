package io.rems.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.server.ServerWebExchange;

/** The table of path prefixes, from {@code application.yml}: what it does not name is not reachable from outside. */
@ConfigurationProperties("rems")
public final class RouteTable {
    private static final String JOBS = "jobs";

    private final Map<String, Service> routes;
    private final Map<String, String> serviceByPrefix = new HashMap<>();

    /**
     * A service and what it answers.
     *
     * @param paths prefixes below {@code /api/v1}
     * @param timeout until the head of its answer is here
     */
    public record Service(
            URI uri,
            List<String> paths,
            @DefaultValue("PT15S") Duration timeout) {}

    public RouteTable(Map<String, Service> routes) {
        this.routes = Map.copyOf(routes);
        routes.forEach((name, service) -> service.paths().forEach(prefix -> add(prefix, name)));
    }

    private void add(String prefix, String service) {
        String other = serviceByPrefix.put(prefix, service);
        if (other != null) {
            throw new IllegalArgumentException("/api/v1/" + prefix + " is routed to " + other + " and to " + service);
        }
    }

    public Map<String, Service> services() {
        return routes;
    }

    public Service service(String name) {
        return Objects.requireNonNull(routes.get(name), () -> "No rems.routes." + name);
    }

    /** The service of the longest prefix; none for what is between services only. */
    @Nullable
    String serviceOf(ServerWebExchange exchange) {
        return ApiPath.of(exchange)
                .filter(path -> !path.internal())
                .map(path -> path.startsWith(JOBS) ? serviceOfJob(path) : longestMatch(path))
                .orElse(null);
    }

    /** Every service has jobs; the id of one begins with the name of its service. */
    private @Nullable String serviceOfJob(ApiPath path) {
        String id = path.segments().size() == 2 ? path.segments().get(1) : "";
        String service = id.substring(0, Math.max(0, id.indexOf('-')));
        return routes.containsKey(service) ? service : null;
    }

    private @Nullable String longestMatch(ApiPath path) {
        String prefix = "";
        String found = null;
        for (String segment : path.segments()) {
            prefix = prefix.isEmpty() ? segment : prefix + "/" + segment;
            found = serviceByPrefix.getOrDefault(prefix, found);
        }
        return found;
    }
}
