package io.rems.approval;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rems.platform.access.FirmId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Answers as ownership-service would; knows of no property and no unit until it is told. */
@TestConfiguration(proxyBeanMethods = false)
class OwnershipStandIn {

    /** What it answers, by the identifier in the address, to whom asks for the right firm. */
    static final class Answers {

        private final Map<String, Answer> answers = new ConcurrentHashMap<>();
        private final Set<String> failing = ConcurrentHashMap.newKeySet();

        private record Answer(FirmId firm, String body) {}

        void failsFor(UUID id) {
            failing.add(id.toString());
        }

        void wholly(FirmId firm, UUID property, UUID owner) {
            holder(firm, property, "\"OWNER\", \"ownerId\": \"%s\"".formatted(owner));
        }

        void ofTheFirm(FirmId firm, UUID property) {
            holder(firm, property, "\"FIRM_DEFAULT\"");
        }

        void unit(FirmId firm, UUID property, UUID unit) {
            answer(firm, unit, """
                    {"id": "%s", "propertyId": "%s", "number": "12"}""".formatted(unit, property));
        }

        private void holder(FirmId firm, UUID property, String type) {
            answer(firm, property, """
                    {"id": "%s", "propertyId": "%s", "asOf": "2026-11-23", "holders": [
                      {"type": %s, "primaryContact": true, "share": {"fraction": "1/1", "percent": "100"}}]}""".formatted(property, property, type));
        }

        private void answer(FirmId firm, UUID id, String body) {
            failing.remove(id.toString());
            answers.put(id.toString(), new Answer(firm, body));
        }

        private void answer(HttpExchange exchange) throws IOException {
            var id = exchange.getRequestURI().getPath().split("/")[4];
            var answer = answers.get(id);
            var body = answer != null && firmIn(exchange).contains(answer.firm().toString()) ? answer.body() : "";
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(failing.contains(id) ? 503 : body.isEmpty() ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        /** What the context token says, its firm among it. */
        private static String firmIn(HttpExchange exchange) {
            var token = exchange.getRequestHeaders().getFirst("Authorization").split("\\.");
            return new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
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
            registry.add("rems.remote.ownership.attempts", () -> "1");
            registry.add("rems.approval.escalation-every", () -> "PT1H");
            registry.add("rems.approval.routing-every", () -> "PT1H");
            registry.add("rems.approval.maintenance-every", () -> "PT1H");
        };
    }
}
