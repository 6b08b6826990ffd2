package io.rems.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A portal in somebody's browser: discovery, authorization code with PKCE and nonce. */
final class ProviderBrowser implements AutoCloseable {
    private static final String REDIRECT = "http://127.0.0.1/callback";
    private static final Duration UNTIL_ANSWER = Duration.ofSeconds(20);
    private static final int VERIFIER_BYTES = 32;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String issuer;

    ProviderBrowser(String issuer) {
        this.issuer = issuer;
    }

    HttpResponse<String> discover() {
        return get(issuer + "/.well-known/openid-configuration");
    }

    /** @return the ID token */
    String signIn(String person, String nonce, String clientId) {
        var endpoints = discover().body();
        var verifier = verifier();
        post(issuer + "/login", Map.of("username", person, "password", "password"));
        var back = get(text(endpoints, "authorization_endpoint") + "?"
                + encoded(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        clientId,
                        "scope",
                        "openid email",
                        "redirect_uri",
                        REDIRECT,
                        "nonce",
                        nonce,
                        "code_challenge",
                        challenge(verifier),
                        "code_challenge_method",
                        "S256")));
        var tokens = post(
                text(endpoints, "token_endpoint"),
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code(back),
                        "redirect_uri", REDIRECT,
                        "client_id", clientId,
                        "code_verifier", verifier));
        return text(tokens.body(), "id_token");
    }

    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    HttpResponse<String> post(String address, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(UNTIL_ANSWER).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String code(HttpResponse<String> back) {
        return found("[?&]code=([^&]+)", back.headers().firstValue("Location").orElse(back.body()));
    }

    private static String text(String json, String field) {
        return found("\"" + field + "\"\\s*:\\s*\"([^\"]+)\"", json);
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String verifier() {
        var bytes = new byte[VERIFIER_BYTES];
        new SecureRandom().nextBytes(bytes);
        return base64(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
