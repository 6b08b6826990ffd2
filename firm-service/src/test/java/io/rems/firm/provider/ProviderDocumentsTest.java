package io.rems.firm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

class ProviderDocumentsTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private interface Behaviour {
        Publisher<Void> answer(HttpServerResponse response);
    }

    private final Map<String, Behaviour> pages = new ConcurrentHashMap<>();
    private final DisposableServer server = HttpServer.create()
            .host("localhost")
            .port(0)
            .handle((request, response) -> pages.getOrDefault(request.fullPath(), HttpServerResponse::sendNotFound)
                    .answer(response))
            .bindNow();
    private final URI issuer = URI.create("http://localhost:" + server.port());
    private final ProviderDocuments documents = new ProviderDocuments(new JsonMapper());

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void keysAreWhereTheDiscoveryDocumentSays() {
        page(DISCOVERY, discovery(issuer.toString(), issuer + "/somewhere/keys"));
        page("/somewhere/keys", "{\"keys\": []}");

        assertThat(keys()).isEqualTo("{\"keys\": []}");
    }

    @Test
    void documentOfAnotherIssuerIsRefused() {
        page(DISCOVERY, discovery("https://other.example", issuer + "/keys"));
        page("/keys", "{\"keys\": []}");

        assertThatThrownBy(this::keys).hasMessageContaining("another issuer");
    }

    @Test
    void keysMustComeOverHttps() {
        page(DISCOVERY, discovery(issuer.toString(), issuer + "/keys"));
        page("/keys", "{\"keys\": []}");

        assertThatThrownBy(() -> documents.keys(issuer, false).block(BOUND)).hasMessageContaining("https");
    }

    @Test
    void redirectIsNotFollowed() {
        pages.put(DISCOVERY, response -> response.sendRedirect(issuer + "/elsewhere"));
        page("/elsewhere", discovery(issuer.toString(), issuer + "/keys"));

        assertThatThrownBy(this::keys).hasMessageContaining("302");
    }

    @Test
    void endlessAnswerIsCutOff() {
        pages.put(DISCOVERY, response -> response.sendString(Flux.generate(sink -> sink.next("x".repeat(10_000)))));

        assertThatThrownBy(this::keys).hasMessageContaining("limit");
    }

    @Test
    void silenceIsNotWaitedFor() {
        pages.put(DISCOVERY, _ -> Mono.never());

        long before = System.nanoTime();
        assertThatThrownBy(this::keys).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(7));
    }

    @Test
    void dripIsNotWaitedForEither() {
        pages.put(
                DISCOVERY,
                response -> response.send(
                        ByteBufFlux.fromString(
                                Flux.interval(Duration.ofMillis(200)).map(_ -> " ")),
                        _ -> true));

        assertThatThrownBy(this::keys).hasRootCauseInstanceOf(TimeoutException.class);
    }

    private String keys() {
        return Objects.requireNonNull(documents.keys(issuer, true).block(BOUND));
    }

    private void page(String path, String content) {
        pages.put(path, response -> response.sendString(Mono.just(content)));
    }

    private static String discovery(String issuer, String keys) {
        return "{\"issuer\": \"%s\", \"jwks_uri\": \"%s\"}".formatted(issuer, keys);
    }
}
