package io.rems.gateway.docs;

import io.rems.gateway.routing.RouteTable;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The page at {@code /docs}; what it shows, each service describes itself, and a file the gateway. */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration {
    private static final String ITSELF = "gateway";

    /** A service's description as the page lists it. */
    record Description(String name, String url) {
        static Description of(String service) {
            return new Description(service, "/openapi/" + service + ".json");
        }
    }

    @Bean
    RouterFunction<ServerResponse> docs(RouteTable table) {
        List<Description> descriptions = Stream.concat(table.services().keySet().stream(), Stream.of(ITSELF))
                .sorted()
                .map(Description::of)
                .toList();
        URI page = URI.create("/docs/index.html");
        return RouterFunctions.route()
                .GET("/docs", _ -> ServerResponse.temporaryRedirect(page).build())
                .GET("/docs/", _ -> ServerResponse.temporaryRedirect(page).build())
                .GET("/openapi/index.json", _ -> ServerResponse.ok().bodyValue(descriptions))
                .build();
    }
}
