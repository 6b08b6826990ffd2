package io.rems.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.gateway.routing.RouteTable.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import tools.jackson.databind.json.JsonMapper;

class RouteTableTest {
    private static final Path DESCRIPTIONS = Path.of("../docs/openapi");

    @ParameterizedTest
    @ValueSource(strings = {"firm", "ownership", "approval", "tenant", "reporting"})
    void everyEndpointThatAServiceDescribesIsReached(String service) throws IOException {
        RouteTable table = ofTheApplication();

        for (String path : described(service)) {
            String expected = path.contains("/internal/") ? null : service;
            assertThat(serviceOf(table, path)).as(path).isEqualTo(expected);
        }
    }

    @Test
    void longestPrefixDecides() {
        var table = new RouteTable(Map.of("one", service("a", "b/c"), "two", service("a/b", "b")));

        assertThat(serviceOf(table, "/api/v1/a")).isEqualTo("one");
        assertThat(serviceOf(table, "/api/v1/a/x")).isEqualTo("one");
        assertThat(serviceOf(table, "/api/v1/a/b/x")).isEqualTo("two");
        assertThat(serviceOf(table, "/api/v1/ab")).isNull();
        assertThat(serviceOf(table, "/api/v1/b/c")).isEqualTo("one");
    }

    @Test
    void twoServicesCannotHaveOnePrefix() {
        var services = new LinkedHashMap<String, Service>();
        services.put("one", service("a"));
        services.put("two", service("a"));

        assertThatThrownBy(() -> new RouteTable(services)).hasMessage("/api/v1/a is routed to one and to two");
    }

    @Test
    void aJobIsAskedOfTheServiceWhoseNameItsIdBeginsWith() throws IOException {
        RouteTable table = ofTheApplication();

        assertThat(serviceOf(table, "/api/v1/jobs/approval-01a20859-cb45-7529-8f96-65a73bb38e22"))
                .isEqualTo("approval");
        assertThat(serviceOf(table, "/api/v1/jobs/nobody-01a20859-cb45-7529-8f96-65a73bb38e22"))
                .isNull();
        assertThat(serviceOf(table, "/api/v1/jobs")).isNull();
    }

    private static Service service(String... paths) {
        return new Service(URI.create("http://localhost"), List.of(paths), Duration.ofSeconds(1));
    }

    private static @Nullable String serviceOf(RouteTable table, String path) {
        return table.serviceOf(MockServerWebExchange.from(MockServerHttpRequest.get(path)));
    }

    /** Paths of the API, but that of jobs, which every service has. */
    private static List<String> described(String service) throws IOException {
        var description = JsonMapper.shared().readTree(Files.readString(DESCRIPTIONS.resolve(service + ".json")));
        return description.path("paths").propertyNames().stream()
                .filter(path -> path.startsWith("/api/v1/"))
                .filter(path -> !path.startsWith("/api/v1/jobs/"))
                .map(path -> path.replaceAll("[{}]", ""))
                .toList();
    }

    private static RouteTable ofTheApplication() throws IOException {
        var sources = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"));
        var binder = new Binder(ConfigurationPropertySources.from(sources));
        return Objects.requireNonNull(binder.bind("rems", RouteTable.class).get());
    }
}
