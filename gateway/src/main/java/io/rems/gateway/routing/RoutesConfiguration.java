package io.rems.gateway.routing;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** One route a service for its API, and one for the description of it. */
@Configuration(proxyBeanMethods = false)
class RoutesConfiguration {
    @Bean
    RouteLocator services(RouteLocatorBuilder builder, RouteTable table) {
        var routes = builder.routes();
        table.services().forEach((name, service) -> {
            routes.route(
                    name,
                    route -> route.predicate(exchange -> name.equals(table.serviceOf(exchange)))
                            .metadata(RESPONSE_TIMEOUT_ATTR, service.timeout().toMillis())
                            .uri(service.uri()));
            routes.route(
                    name + "-openapi",
                    route -> route.path("/openapi/" + name + ".json")
                            .and()
                            .method(HttpMethod.GET)
                            .filters(filters -> filters.setPath("/v3/api-docs").preserveHostHeader())
                            .metadata(RESPONSE_TIMEOUT_ATTR, service.timeout().toMillis())
                            .uri(service.uri()));
        });
        return routes.build();
    }
}
