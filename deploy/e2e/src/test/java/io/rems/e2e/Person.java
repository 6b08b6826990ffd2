package io.rems.e2e;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody who has signed in, at the gateway; in his primary firm unless he chooses another. */
record Person(
        URI gateway, String email, String token, @Nullable UUID firm) {

    static final String PASSWORD = "rems-demo-2026";

    static Person signIn(URI gateway, String email) {
        var tokens = Call.of("POST", gateway + "/api/v1/auth/login")
                .with(Map.of("email", email, "password", PASSWORD))
                .send()
                .expect(200)
                .json();
        return new Person(gateway, email, tokens.path("accessToken").asString(), null);
    }

    Person in(UUID chosen) {
        return new Person(gateway, email, token, chosen);
    }

    Call call(String method, String path) {
        var call = Call.of(method, gateway + path).with("Authorization", "Bearer " + token);
        return firm == null ? call : call.with("X-Firm-Id", firm.toString());
    }

    Answer get(String path) {
        return call("GET", path).send();
    }

    /** All elements of a list, page by page. */
    List<JsonNode> list(String path) {
        var found = new ArrayList<JsonNode>();
        var more = path.contains("?") ? "&" : "?";
        var cursor = "";
        do {
            var page = get(path + more + "limit=200" + cursor).expect(200).json();
            page.path("items").forEach(found::add);
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return found;
    }

    Answer post(String path, Object body) {
        return call("POST", path).with(body).send();
    }

    /** Creates something; its identifier. */
    UUID create(String path, Map<String, ?> body) {
        return UUID.fromString(post(path, body).expect(201).id());
    }
}
