package io.rems.firm;

import io.rems.platform.test.RemsHttp;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Somebody at the door: with a password, with a link from a letter, or with neither. */
public final class Visitor {
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");

    private final RemsHttp http;

    public Visitor(RemsHttp http) {
        this.http = http;
    }

    public ResponseSpec login(String email, String password) {
        return post("/api/v1/auth/login", Map.of("email", email, "password", password));
    }

    public String refreshToken(String email, String password) {
        return String.valueOf(body(login(email, password)).get("refreshToken"));
    }

    public ResponseSpec refresh(String token) {
        return post("/api/v1/auth/refresh", Map.of("refreshToken", token));
    }

    public ResponseSpec askForPassword(String email) {
        return post("/api/v1/auth/password-resets", Map.of("email", email));
    }

    public ResponseSpec completeReset(String token, String password) {
        return post("/api/v1/auth/password-resets/completion", Map.of("token", token, "password", password));
    }

    public ResponseSpec confirmEmail(String token) {
        return post("/api/v1/auth/email-changes/confirmation", Map.of("token", token));
    }

    /** {@code more}: what he says of himself. */
    public ResponseSpec acceptInvitation(String token, String password, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("token", token, "password", password));
        body.putAll(more);
        return post("/api/v1/auth/invitations/acceptance", body);
    }

    private ResponseSpec post(String path, Map<String, Object> body) {
        return http.client().post().uri(path).bodyValue(body).exchange();
    }

    /** All of them begin before the first is waited for. */
    public static List<String> atOnce(List<Supplier<ResponseSpec>> requests) {
        var running = requests.stream()
                .map(request -> CompletableFuture.supplyAsync(() -> answer(request.get())))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    /** Status, and code if it is a problem: {@code 409 TOKEN_SPENT}. */
    public static String answer(ResponseSpec response) {
        var result = response.expectBody().returnResult();
        var body = result.getResponseBody();
        var code = body == null
                ? Optional.<String>empty()
                : CODE.matcher(new String(body, StandardCharsets.UTF_8))
                        .results()
                        .findFirst()
                        .map(found -> " " + found.group(1));
        return result.getStatus().value() + code.orElse("");
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> body(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(Map.class).returnResult().getResponseBody());
    }
}
