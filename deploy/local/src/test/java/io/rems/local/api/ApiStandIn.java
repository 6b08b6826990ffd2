package io.rems.local.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway for tests: signs everybody in, keeps what is posted with an id, and answers as it is told to. */
public final class ApiStandIn implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final Map<String, Function<Received, @Nullable Reply>> told = new ConcurrentHashMap<>();
    private volatile String issuer = "rems:local:firm";
    private volatile int expiresIn = 900;

    /** A request as it came. */
    public record Received(String method, String path, Map<String, List<String>> headers, String body) {

        public @Nullable String header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    public record Reply(int status, String body, Map<String, String> headers) {

        public static Reply of(int status, String body) {
            return new Reply(status, body, Map.of());
        }

        public static Reply problem(int status, String code, String more) {
            return of(status, "{\"code\":\"%s\",\"detail\":\"Told so.\"%s}".formatted(code, more));
        }

        public Reply with(String header, String value) {
            return new Reply(status, body, Map.of(header, value));
        }
    }

    public ApiStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public Gateway gateway() {
        return Gateway.at(address());
    }

    public void issuer(String changed) {
        issuer = changed;
    }

    public void tokensExpireIn(int seconds) {
        expiresIn = seconds;
    }

    /** Null lets the request go its usual way. */
    public void tell(String method, String path, Function<Received, @Nullable Reply> reply) {
        told.put(method + " " + path, reply);
    }

    public List<Received> received(String method, String path) {
        return received.stream()
                .filter(request ->
                        request.method().equals(method) && request.path().equals(path))
                .toList();
    }

    /** All that was created, apart from tokens. */
    public List<Received> posted() {
        return received.stream()
                .filter(request ->
                        request.method().equals("POST") && !request.path().startsWith("/api/v1/auth"))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body);
            received.add(request);
            var reply = reply(request);
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply reply(Received request) {
        var reply = told.getOrDefault(request.method() + " " + request.path(), _ -> null)
                .apply(request);
        if (reply != null) {
            return reply;
        }
        if (request.path().startsWith("/api/v1/auth/")) {
            return tokens();
        }
        return switch (request.method()) {
            case "POST" -> keep(request);
            case "GET" -> kept.containsKey(last(request.path())) ? found(request) : Reply.problem(404, "NOT_FOUND", "");
            default -> Reply.of(200, "{}");
        };
    }

    private Reply found(Received request) {
        return Reply.of(200, kept.getOrDefault(last(request.path()), "{}")).with("ETag", "\"7\"");
    }

    private Reply keep(Received request) {
        var id = request.body().isEmpty() ? "" : request.json().path("id").asString("");
        if (!id.isEmpty() && kept.putIfAbsent(id, request.body()) != null) {
            return Reply.problem(409, "DUPLICATE", "");
        }
        return Reply.of(201, request.body()).with("ETag", "\"1\"");
    }

    private Reply tokens() {
        var claims = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"iss\":\"%s\",\"n\":%d}"
                        .formatted(issuer, received.size())
                        .getBytes(StandardCharsets.UTF_8));
        return Reply.of(
                200,
                "{\"accessToken\":\"h.%s.s\",\"refreshToken\":\"r%d\",\"expiresIn\":%d}"
                        .formatted(claims, received.size(), expiresIn));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
