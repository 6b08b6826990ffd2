package io.rems.gateway;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Issuers;
import io.rems.platform.access.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Firm-service as far as the gateway knows it: its keys, and who works where. */
final class FirmServiceStandIn extends StandIn {
    private static final String PRIMARY = "primary";

    private volatile SigningKey key = SigningKey.inMemory();
    private volatile List<SigningKey> published = List.of(key);
    private final Map<String, String> assignments = new ConcurrentHashMap<>();
    private final Set<UUID> endedSessions = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;

    FirmServiceStandIn() {
        behaveAsFirmService();
    }

    void behaveAsFirmService() {
        delay = Duration.ZERO;
        behave(request -> {
            String path = request.fullPath();
            if (path.equals("/.well-known/jwks.json")) {
                return Mono.just(Answer.ok(publishedKeys()));
            }
            if (path.startsWith("/api/v1/internal/sessions/")) {
                return Mono.just(session(path.substring(path.lastIndexOf('/') + 1)));
            }
            return path.contains("/internal/") ? access(request).delaySubscription(delay) : Mono.just(Answer.ok("{}"));
        });
    }

    void takeItsTime(Duration delay) {
        this.delay = delay;
    }

    void assign(UUID user, FirmId firm, String role) {
        assignments.put(user + "/" + firm, assignment(user, firm, role));
    }

    void assignPrimary(UUID user, FirmId firm, String role) {
        assign(user, firm, role);
        assignments.put(user + "/" + PRIMARY, assignment(user, firm, role));
    }

    void supports(UUID user, FirmId firm, UUID supportAccess) {
        assignments.put(
                user + "/" + firm,
                assignment(user, firm, "ADMIN")
                        .replace("\"tenantId\"", "\"supportAccessId\": \"" + supportAccess + "\", \"tenantId\""));
    }

    void administersPlatform(UUID user) {
        assignments.put(user + "/" + PRIMARY, """
                {"userId": "%s", "firmId": null, "role": null, "accessLevel": null, "ownerId": null, "tenantId": null,
                 "platformAdministrator": true, "userActive": true}
                """.formatted(user));
    }

    void firmIs(FirmId firm, String status) {
        String named = "\"firmId\": \"" + firm + "\",";
        assignments.replaceAll((_, found) -> found.contains(named)
                ? found.replaceAll("\"firmStatus\": \"\\w+\"", "\"firmStatus\": \"" + status + "\"")
                : found);
    }

    void end(UUID user, FirmId firm) {
        assignments.remove(user + "/" + firm);
    }

    void endSession(UUID session) {
        endedSessions.add(session);
    }

    String lookUp(UUID user) {
        return "/api/v1/internal/users/" + user + "/access";
    }

    /** The access token of a user who has just signed in. */
    String signIn(UUID user) {
        return key.sign(claims(user, "test").build());
    }

    String signIn(UUID user, UUID session) {
        return key.sign(claims(user, "test").claim("sid", session.toString()).build());
    }

    SigningKey key() {
        return key;
    }

    /** From now on {@code key} signs; {@code published} is what verifiers find. */
    void signWith(SigningKey key, SigningKey... published) {
        this.key = key;
        this.published = List.of(published);
    }

    String publishedKeys() {
        List<JWK> keys = published.stream()
                .flatMap(one -> one.publicKeys().getKeys().stream())
                .toList();
        return new JWKSet(keys).toString();
    }

    static JWTClaimsSet.Builder claims(UUID user, String environment) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(new Issuers(environment).of("firm"))
                .audience(new Issuers(environment).accessAudience())
                .subject(user.toString())
                .claim("sid", UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(15))));
    }

    private Answer session(String id) {
        return endedSessions.contains(UUID.fromString(id))
                ? new Answer(404, "{}")
                : Answer.ok("{\"sessionId\": \"%s\"}".formatted(id));
    }

    private Mono<Answer> access(HttpServerRequest request) {
        String user = request.fullPath().split("/")[5];
        String firm = UriComponentsBuilder.fromUriString(request.uri())
                .build()
                .getQueryParams()
                .getOrDefault("firm", List.of(PRIMARY))
                .getFirst();
        return Mono.fromSupplier(() -> assignments.get(user + "/" + firm))
                .map(Answer::ok)
                .defaultIfEmpty(new Answer(404, "{}"));
    }

    private static String assignment(UUID user, FirmId firm, String role) {
        return """
                {"userId": "%s", "firmId": "%s", "role": "%s", "accessLevel": "STANDARD", "ownerId": null, "firmStatus": "ACTIVE",
                 "tenantId": null, "platformAdministrator": false, "userActive": true, "ofALaterVersion": 1}
                """.formatted(user, firm, role);
    }
}
