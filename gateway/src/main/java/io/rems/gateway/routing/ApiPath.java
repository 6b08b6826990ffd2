package io.rems.gateway.routing;

import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.server.ServerWebExchange;

/** The decoded segments of a path below {@code /api/v1}: what the services will match, so what the gateway decides on. */
public record ApiPath(List<String> segments) {
    private static final List<String> BASE = List.of("api", "v1");

    /** Empty where the path is not one of the API. */
    public static Optional<ApiPath> of(ServerWebExchange exchange) {
        List<String> all = exchange.getRequest().getPath().pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(ApiPath::text)
                .toList();
        boolean inApi = all.size() > BASE.size() && all.subList(0, BASE.size()).equals(BASE);
        return inApi ? Optional.of(new ApiPath(all.subList(BASE.size(), all.size()))) : Optional.empty();
    }

    private static String text(PathContainer.Element segment) {
        return ((PathSegment) segment).valueToMatch();
    }

    public boolean startsWith(String segment) {
        return first().equals(segment);
    }

    public String first() {
        return segments.getFirst();
    }

    public boolean isAtOrBelow(String... path) {
        return segments.size() >= path.length
                && segments.subList(0, path.length).equals(List.of(path));
    }

    public boolean is(String... path) {
        return segments.equals(List.of(path));
    }

    /** Where passwords and codes are tried, which is made slow on purpose. */
    public boolean signsIn() {
        return is("auth", "login") || isAtOrBelow("auth", "second-factor");
    }

    boolean internal() {
        return segments.stream().anyMatch("internal"::equalsIgnoreCase);
    }
}
