package io.rems.approval;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Answers as ownership-service would; knows of no property until it is told. */
@TestConfiguration(proxyBeanMethods = false)
class OwnershipStandIn {

    /** What it answers, by property. */
    static final class Answers {

        private final Map<String, String> bodies = new ConcurrentHashMap<>();
        private final Set<String> failing = ConcurrentHashMap.newKeySet();

        void failsFor(UUID property) {
            failing.add(property.toString());
        }

        void wholly(UUID property, UUID owner) {
            failing.remove(property.toString());
            bodies.put(property.toString(), """
                    {"propertyId": "%s", "asOf": "2026-11-23", "complete": true, "holders": [
                      {"type": "OWNER", "ownerId": "%s", "name": "Fatima", "primaryContact": true,
                       "share": {"fraction": "1/1", "percent": "100"}}]}""".formatted(property, owner));
        }

        private void answer(HttpExchange exchange) throws IOException {
            var property = exchange.getRequestURI().getPath().split("/")[4];
            var body = bodies.get(property);
            var bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status(property), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        private int status(String property) {
            if (failing.contains(property)) {
                return 503;
            }
            return bodies.containsKey(property) ? 200 : 404;
        }
    }

    @Bean
    Answers ownershipAnswers() {
        return new Answers();
    }

    @Bean(destroyMethod = "")
    HttpServer ownershipServer(Answers answers) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", answers::answer);
        server.start();
        return server;
    }

    @Bean
    DynamicPropertyRegistrar whereOwnershipIs(HttpServer ownershipServer) {
        return registry -> {
            registry.add(
                    "rems.remote.ownership.url",
                    () -> "http://localhost:" + ownershipServer.getAddress().getPort());
            registry.add("rems.approval.escalation-every", () -> "PT1H");
            registry.add("rems.approval.routing-every", () -> "PT1H");
        };
    }
}
