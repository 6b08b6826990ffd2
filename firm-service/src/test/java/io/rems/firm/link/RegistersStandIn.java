package io.rems.firm.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Answers for owners and tenants as the services would that keep them; knows of none until it is told. */
@Configuration(proxyBeanMethods = false)
public class RegistersStandIn {

    /** What it answers, by id. */
    public static final class Registers {
        private final Set<UUID> known = ConcurrentHashMap.newKeySet();
        private final Set<UUID> failing = ConcurrentHashMap.newKeySet();
        private final AtomicInteger asked = new AtomicInteger();

        public void know(UUID id) {
            known.add(id);
        }

        public void failFor(UUID id) {
            failing.add(id);
        }

        public void recoverFor(UUID id) {
            failing.remove(id);
        }

        int asked() {
            return asked.get();
        }

        private void answer(HttpExchange exchange) throws IOException {
            asked.incrementAndGet();
            var id = UUID.fromString(exchange.getRequestURI().getPath().split("/")[4]);
            var body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(failing.contains(id) ? 503 : known.contains(id) ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }
    }

    @Bean
    Registers registers() {
        return new Registers();
    }

    @Bean(destroyMethod = "")
    HttpServer registersServer(Registers registers) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", registers::answer);
        server.start();
        return server;
    }

    @Bean
    DynamicPropertyRegistrar whereTheRegistersAre(HttpServer registersServer) {
        return registry -> {
            registry.add(
                    "rems.remote.ownership.url",
                    () -> "http://localhost:" + registersServer.getAddress().getPort());
            registry.add(
                    "rems.remote.tenant.url",
                    () -> "http://localhost:" + registersServer.getAddress().getPort());
        };
    }
}
