package io.rems.firm.provider;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A Spring Authorization Server in a process of its own, started when first needed; people sign in as in a browser. */
final class RealProvider {
    static final String CLIENT = "rems-portal";

    private static final String MAIN = "BOOT-INF/classes/io/rems/identity/IdentityProviderApplication.class";
    private static final String REDIRECT = "http://127.0.0.1/callback";
    private static final String VERIFIER = "v".repeat(43);
    private static final String CHALLENGE = "7w_YNF9DSfIdPf_pRjSq646_kPr-2-o9NAl16JGghdM";
    private static final int PORT = freePort();

    private static boolean started;

    private RealProvider() {}

    static String issuer() {
        return "http://localhost:" + PORT;
    }

    /** @param person {@code subject,email} and what is odd about him */
    static String idToken(String person, String nonce) {
        return idToken(person, nonce, CLIENT);
    }

    static String idToken(String person, String nonce, String client) {
        start();
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            send(browser, form("/login", Map.of("username", person, "password", "password")));
            var query = encoded(Map.of(
                    "response_type", "code",
                    "client_id", client,
                    "scope", "openid email",
                    "redirect_uri", REDIRECT,
                    "nonce", nonce,
                    "code_challenge", CHALLENGE,
                    "code_challenge_method", "S256"));
            var back = send(browser, HttpRequest.newBuilder(URI.create(issuer() + "/oauth2/authorize?" + query)));
            var code = Objects.requireNonNull(
                    UriComponentsBuilder.fromUriString(
                                    back.headers().firstValue("Location").orElse(back.body()))
                            .build()
                            .getQueryParams()
                            .getFirst("code"),
                    back::toString);
            var tokens = send(
                    browser,
                    form(
                            "/oauth2/token",
                            Map.of(
                                    "grant_type", "authorization_code",
                                    "code", code,
                                    "redirect_uri", REDIRECT,
                                    "client_id", client,
                                    "code_verifier", VERIFIER)));
            return new JsonMapper().readTree(tokens.body()).path("id_token").stringValue();
        }
    }

    static void changeKeys(boolean keepOld) {
        start();
        try (var browser = HttpClient.newHttpClient()) {
            send(browser, form("/keys", Map.of("keepOld", Boolean.toString(keepOld))));
        }
    }

    /** How often anybody has asked for its keys. */
    static int timesAskedForKeys() {
        start();
        try (var browser = HttpClient.newHttpClient()) {
            return Integer.parseInt(send(browser, HttpRequest.newBuilder(URI.create(issuer() + "/keys/asked")))
                    .body());
        }
    }

    private static synchronized void start() {
        if (started) {
            return;
        }
        try {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-jar",
                            jar(),
                            "--server.port=" + PORT)
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target/identity-provider.log"))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(RealProvider::answers);
        started = true;
    }

    private static boolean answers() {
        try (var browser = HttpClient.newHttpClient()) {
            return send(browser, HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")))
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static String jar() throws IOException {
        var main = Objects.requireNonNull(RealProvider.class.getClassLoader().getResource(MAIN), "identity provider");
        var connection = (JarURLConnection) main.openConnection();
        connection.setUseCaches(false);
        return Path.of(URI.create(connection.getJarFileURL().toString())).toString();
    }

    private static HttpRequest.Builder form(String path, Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(issuer() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) {
        try {
            return browser.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
