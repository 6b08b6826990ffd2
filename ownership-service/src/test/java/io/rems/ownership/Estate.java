package io.rems.ownership;

import io.rems.platform.Identifiers;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestCallers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A firm of its own for a test, and what its accountant does there. */
public final class Estate {

    private final RemsHttp http;
    private final FirmId firm = TestCallers.newFirm();
    private final RemsHttp.AsCaller accountant;

    public Estate(RemsHttp http) {
        this.http = http;
        this.accountant = http.as(TestCallers.accountant(firm));
    }

    public FirmId firm() {
        return firm;
    }

    public RemsHttp.AsCaller accountant() {
        return accountant;
    }

    public RemsHttp.AsCaller as(Caller caller) {
        return http.as(caller);
    }

    public RemsHttp.AsCaller asOwner(UUID owner) {
        return http.as(TestCallers.owner(firm, owner));
    }

    public UUID owner(String name) {
        var id = Identifiers.next();
        accountant
                .post("/api/v1/owners", Map.of("id", id, "name", name, "type", "INDIVIDUAL", "phone", "+965 5550 0000"))
                .expectStatus()
                .isCreated();
        return id;
    }

    public UUID property(String code) {
        var id = Identifiers.next();
        accountant
                .post("/api/v1/properties", property(id, code, "Tower " + code))
                .expectStatus()
                .isCreated();
        return id;
    }

    public static Map<String, Object> property(UUID id, String code, String name) {
        return Map.of("id", id, "code", code, "name", name, "type", "RESIDENTIAL", "location", "Salmiya");
    }

    /** Gives the owner a share; the answer tells whether it was accepted. */
    public ResponseSpec give(UUID property, UUID owner, String share, String from, @Nullable String to) {
        return give(property, Identifiers.next(), owner, share, from, to);
    }

    public ResponseSpec give(UUID property, UUID period, UUID owner, String share, String from, @Nullable String to) {
        var body = new LinkedHashMap<String, Object>(
                Map.of("id", period, "ownerId", owner, "share", share, "from", from, "acquisition", "INHERITANCE"));
        if (to != null) {
            body.put("to", to);
        }
        return accountant.post("/api/v1/properties/{property}/ownership-periods", body, property);
    }

    public ResponseSpec end(UUID property, UUID period, long version, String on) {
        return accountant.send(
                HttpMethod.POST,
                "/api/v1/properties/{property}/ownership-periods/{period}/end",
                Map.of("on", on),
                Map.of("If-Match", "\"" + version + "\""),
                property,
                period);
    }

    /** Says who holds the property from a day on; each share is {@code owner, "1/3"}. */
    public ResponseSpec assign(UUID property, long version, String from, @Nullable String until, Object... shares) {
        return accountant.put("/api/v1/properties/{property}/ownership", version, table(from, until, shares), property);
    }

    public static Map<String, Object> table(String from, @Nullable String until, Object... shares) {
        var lines = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < shares.length; i += 2) {
            lines.add(Map.of("ownerId", shares[i], "share", shares[i + 1]));
        }
        var body = new LinkedHashMap<String, Object>(Map.of("from", from, "reason", "As agreed", "shares", lines));
        if (until != null) {
            body.put("until", until);
        }
        return body;
    }

    public ResponseSpec correct(UUID property, UUID period, long version, Map<String, Object> right) {
        return accountant.put(
                "/api/v1/properties/{property}/ownership-periods/{period}", version, right, property, period);
    }

    public ResponseSpec annul(UUID property, UUID period, long version) {
        return accountant.send(
                HttpMethod.POST,
                "/api/v1/properties/{property}/ownership-periods/{period}/annulment",
                Map.of("reason", "Entered for the wrong tower"),
                Map.of("If-Match", "\"" + version + "\""),
                property,
                period);
    }

    /** {@code "Mona 1/3"}, and what is left to the firm, in the order of the answer. */
    public List<String> holders(UUID property, String asOf) {
        var ownership = accountant
                .get("/api/v1/properties/{id}/ownership?asOf={day}", property, asOf)
                .expectStatus()
                .isOk()
                .expectBody(Ownership.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(ownership).holders().stream()
                .map(holder -> (holder.name() == null ? holder.type() : holder.name()) + " "
                        + holder.share().fraction())
                .toList();
    }

    record Ownership(List<Holder> holders) {}

    record Holder(String type, @Nullable String name, Share share) {}

    record Share(String fraction) {}
}
