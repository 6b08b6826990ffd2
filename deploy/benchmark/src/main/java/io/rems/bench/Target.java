package io.rems.bench;

import com.nimbusds.jwt.SignedJWT;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.rems.local.App;
import io.rems.local.LocalStack;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.ContextTokens;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Issuers;
import io.rems.platform.access.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A firm in a running stack, and how to reach it: through the gateway with an access token, and past it with a context
 * token that is signed as the gateway would.
 */
record Target(
        LocalStack stack,
        UUID firm,
        UUID administrator,
        String accessToken,
        String operatorToken,
        ContextTokens contextTokens) {

    private static final HttpClient CLIENT =
            HttpClient.create(connections("bench", 64)).responseTimeout(Duration.ofSeconds(30));
    /** Apart, so that sign-ins that wait take no connection from anything else. */
    private static final HttpClient SIGN_IN_CLIENT =
            HttpClient.create(connections("sign-ins", 512)).responseTimeout(Duration.ofSeconds(30));

    /** Stands for the status of a call that failed or took too long. */
    private static final int NO_ANSWER = 0;

    private static final String PLATFORM = "/api/v1/platform/";
    private static final String OPERATOR = "operator@rems.example";
    private static final String PASSWORD = "rems-demo-2026";
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final Retry UNTIL_WARM =
            Retry.fixedDelay(30, Duration.ofSeconds(2)).filter(Unavailable.class::isInstance);

    /** It cannot be answered now, but soon. */
    @SuppressWarnings("serial")
    private static final class Unavailable extends IllegalStateException {

        Unavailable(String message) {
            super(message);
        }
    }

    static Target prepare(LocalStack stack, Stacks stacks) throws ParseException {
        var operator = signIn(stack.gateway(), OPERATOR);
        var email = "bench-" + UUID.randomUUID() + "@bench.example";
        var firm = id(post(stack.gateway() + PLATFORM + "firms", operator, Map.of("name", "Bench", "email", email)));
        var user = appointed(stack.gateway(), operator, firm, email);
        var tokens = new ContextTokens(
                stacks.keyOf(App.GATEWAY), new Issuers("local"), "gateway", TOKEN_LIFE, Clock.systemUTC());
        return new Target(stack, firm, user, signIn(stack.gateway(), email), operator, tokens);
    }

    /** Another than who calls here: who submits does not decide, and where nobody else may, nothing waits for anybody. */
    void appointAnother() {
        appointed(stack.gateway(), operatorToken, firm, "another-" + UUID.randomUUID() + "@bench.example");
    }

    private static UUID appointed(URI gateway, String operator, UUID firm, String email) {
        var platform = gateway + PLATFORM;
        var user =
                id(post(platform + "users", operator, Map.of("email", email, "name", "Bench", "password", PASSWORD)));
        post(platform + "firms/" + firm + "/assignments", operator, Map.of("userId", user, "role", "ADMIN"));
        return user;
    }

    String throughGateway(String path) {
        return stack.gateway() + path;
    }

    String pastGateway(App app, String path) {
        return stack.address(app) + path;
    }

    /** To the database of an application with the bare driver, under the role that the application has. */
    ConnectionPool connections(App app, int most) {
        var database = stack.database(app);
        var factory = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.app())
                .password(database.appPassword())
                .preparedStatementCacheQueries(256)
                .build());
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(factory).maxSize(most).build());
    }

    String contextToken() {
        return contextTokens.sign(new Caller(
                Actor.user(administrator),
                administrator,
                new FirmId(firm),
                Role.ADMIN,
                AccessLevel.FULL,
                false,
                null,
                null));
    }

    /** @throws IllegalStateException if the answer is another than 200 */
    static Mono<String> get(String address, String token) {
        return CLIENT.headers(headers -> headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token))
                .get()
                .uri(address)
                .responseSingle(
                        (response, body) -> answer(address, response.status().code(), 200, body.asString()));
    }

    /** How a read is answered; {@link #NO_ANSWER} if it is not. */
    static Mono<Integer> status(String address, String token) {
        return CLIENT.headers(headers -> headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token))
                .get()
                .uri(address)
                .responseSingle((response, body) -> status(response, body.asString()))
                .onErrorReturn(NO_ANSWER);
    }

    private static Mono<Integer> status(HttpClientResponse response, Mono<String> body) {
        return body.defaultIfEmpty("").thenReturn(response.status().code());
    }

    /** Whoever measures waits as long as it takes, and never gives up because many wait. */
    private static ConnectionProvider connections(String name, int many) {
        return ConnectionProvider.builder(name)
                .maxConnections(many)
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(Duration.ofMinutes(1))
                .build();
    }

    /** Changes what has this version; fails if it is not changed. */
    Mono<Void> put(String address, long version, byte[] body) {
        var token = contextToken();
        return CLIENT.headers(headers -> headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token)
                        .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                        .set(HttpHeaderNames.IF_MATCH, "\"" + version + "\""))
                .put()
                .uri(address)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .responseSingle(
                        (response, text) -> answer(address, response.status().code(), 200, text.asString()))
                .then();
    }

    /** How something new is answered; {@link #NO_ANSWER} if it is not. */
    Mono<Integer> postStatus(String address, byte[] body) {
        var token = contextToken();
        return CLIENT.headers(headers -> headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token)
                        .set(HttpHeaderNames.CONTENT_TYPE, "application/json"))
                .post()
                .uri(address)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .responseSingle((response, text) -> status(response, text.asString()))
                .onErrorReturn(NO_ANSWER);
    }

    /** How a sign-in with the right password is answered; {@link #NO_ANSWER} if it is not. */
    Mono<Integer> signInStatus() {
        var login = JsonMapper.shared().writeValueAsBytes(Map.of("email", OPERATOR, "password", PASSWORD));
        return SIGN_IN_CLIENT
                .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json"))
                .post()
                .uri(throughGateway("/api/v1/auth/login"))
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(login)))
                .responseSingle((response, body) -> status(response, body.asString()))
                .onErrorReturn(NO_ANSWER);
    }

    /** @throws IllegalStateException if nothing was created */
    static JsonNode post(String address, String token, Map<String, ?> body) {
        return posted(address, token, body, 201);
    }

    static UUID id(JsonNode created) {
        return UUID.fromString(created.path("id").asString());
    }

    private static String signIn(URI gateway, String email) throws ParseException {
        var tokens = posted(gateway + "/api/v1/auth/login", "", Map.of("email", email, "password", PASSWORD), 200);
        return SignedJWT.parse(tokens.path("accessToken").asString()).getParsedString();
    }

    /** What is cold, or on a busy machine, may need another try; the key makes it safe. */
    private static JsonNode posted(String address, String token, Map<String, ?> body, int expected) {
        var json = JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        var key = UUID.randomUUID().toString();
        var answer = CLIENT.headers(headers -> {
                    headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
                    headers.set("Idempotency-Key", key);
                    if (!token.isEmpty()) {
                        headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token);
                    }
                })
                .post()
                .uri(address)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(json)))
                .responseSingle(
                        (response, text) -> answer(address, response.status().code(), expected, text.asString()))
                .retryWhen(UNTIL_WARM)
                .block();
        return JsonMapper.shared().readTree(answer);
    }

    private static Mono<String> answer(String address, int status, int expected, Mono<String> body) {
        return body.defaultIfEmpty("").map(text -> {
            if (status == HttpResponseStatus.SERVICE_UNAVAILABLE.code()) {
                throw new Unavailable(address + " answered " + status + ": " + text);
            }
            if (status != expected) {
                throw new IllegalStateException(address + " answered " + status + ": " + text);
            }
            return text;
        });
    }
}
