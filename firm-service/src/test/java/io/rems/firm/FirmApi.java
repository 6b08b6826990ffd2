package io.rems.firm;

import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsHttp.AsCaller;
import io.rems.platform.test.TestCallers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Firms, users and assignments for tests, made as the platform administrator makes them. */
public final class FirmApi {
    public static final String PASSWORD = "correct horse battery";

    private final RemsHttp http;
    private final AsCaller operator;

    public FirmApi(RemsHttp http) {
        this.http = http;
        this.operator = http.as(TestCallers.platformAdministrator());
    }

    public AsCaller operator() {
        return operator;
    }

    public AsCaller adminOf(FirmId firm) {
        return http.as(TestCallers.admin(firm));
    }

    public FirmId newFirm() {
        var id = Identifiers.next();
        operator.post(
                        "/api/v1/platform/firms",
                        Map.of("id", id, "name", "Firm " + id, "email", "office@" + id + ".example"))
                .expectStatus()
                .isCreated();
        return new FirmId(id);
    }

    public UUID newUser() {
        return newUser(Identifiers.next() + "@users.example");
    }

    public UUID newUser(String email) {
        var id = Identifiers.next();
        operator.post(
                        "/api/v1/platform/users",
                        Map.of("id", id, "email", email, "name", "User " + id, "password", PASSWORD))
                .expectStatus()
                .isCreated();
        return id;
    }

    /** Somebody who has not come yet: without a password nobody signs in. */
    public UUID invitedUser() {
        var id = Identifiers.next();
        operator.post("/api/v1/platform/users", Map.of("id", id, "email", id + "@users.example", "name", "User " + id))
                .expectStatus()
                .isCreated();
        return id;
    }

    /** Another platform administrator, who has a login. */
    public UUID newOperator() {
        var id = Identifiers.next();
        operator.post(
                        "/api/v1/platform/users",
                        Map.of(
                                "id",
                                id,
                                "email",
                                id + "@rems.example",
                                "name",
                                "Operator " + id,
                                "password",
                                PASSWORD,
                                "platformAdministrator",
                                true))
                .expectStatus()
                .isCreated();
        return id;
    }

    public String emailOf(UUID user) {
        var found = operator.get("/api/v1/platform/users/{id}", user)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(found).get("email"));
    }

    /** @return the assignment's id */
    public UUID assign(FirmId firm, UUID user, String role) {
        var id = Identifiers.next();
        grant(firm, user, role, Map.of("id", id)).expectStatus().isCreated();
        return id;
    }

    public ResponseSpec grant(FirmId firm, UUID user, String role, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("userId", user);
        body.put("role", role);
        return operator.post("/api/v1/platform/firms/{firm}/assignments", body, firm);
    }

    /** A command to an assignment by an administrator of the firm, such as {@code suspension}. */
    public ResponseSpec command(FirmId firm, UUID assignment, String command, long version) {
        return command(adminOf(firm), "/api/v1/assignments/" + assignment + "/" + command, version);
    }

    public ResponseSpec command(AsCaller caller, String path, long version) {
        return caller.send(
                HttpMethod.POST, path, Map.of("reason", "It is time"), Map.of("If-Match", "\"" + version + "\""));
    }

    /** Since when an assignment holds: whoever changes it says it again. */
    public Instant from(FirmId firm, UUID assignment) {
        var from = new AtomicReference<Instant>();
        adminOf(firm)
                .get("/api/v1/assignments/{id}", assignment)
                .expectBody()
                .jsonPath("$.from")
                .value((String text) -> from.set(Instant.parse(text)));
        return Objects.requireNonNull(from.get());
    }

    /** As the gateway lets the user in. */
    public AsCaller as(UUID user, FirmId firm, Role role) {
        return http.as(new Caller(Actor.user(user), user, firm, role, AccessLevel.STANDARD, false, null, null));
    }

    /** What the gateway learns of the user; without a firm the primary one is meant. */
    public ResponseSpec access(UUID user) {
        return asGateway().get("/api/v1/internal/users/{user}/access", user);
    }

    public ResponseSpec access(UUID user, FirmId firm) {
        return asGateway().get("/api/v1/internal/users/{user}/access?firm={firm}", user, firm);
    }

    private AsCaller asGateway() {
        return http.as(Caller.service("gateway", FirmId.PLATFORM));
    }
}
