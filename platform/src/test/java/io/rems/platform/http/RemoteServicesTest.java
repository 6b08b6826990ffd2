package io.rems.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.netty.handler.codec.http.HttpHeaders;
import io.rems.platform.access.ContextTokens;
import io.rems.platform.access.FirmId;
import io.rems.platform.http.RemoteSettings.Remote;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.web.NoteController;
import io.rems.platform.web.ProbeController;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

@RemsTest
@Import({ProbeController.class, NoteController.class})
class RemoteServicesTest {

    record Share(String owner) {}

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final Duration OPEN = Duration.ofMillis(500);

    @Autowired
    private WebClient.Builder clients;

    @Autowired
    private ContextTokens tokens;

    private final FirmId firm = TestCallers.newFirm();
    private final List<HttpHeaders> asked = new CopyOnWriteArrayList<>();
    private volatile Function<HttpServerResponse, Mono<Void>> mood = RemoteServicesTest::well;
    private final DisposableServer server = HttpServer.create()
            .port(0)
            .handle((request, response) -> {
                asked.add(request.requestHeaders());
                return mood.apply(response);
            })
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void asksInItsOwnNameForTheFirmAndCarriesTheTrace() {
        assertThat(ask(remote(32))).isEqualTo(new Share("Amal"));

        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
        assertThat(asked.getFirst().get("Authorization")).startsWith("Bearer ").contains(".");
    }

    @Test
    void aReadThatFailsIsTriedAgain() {
        mood = response -> {
            mood = RemoteServicesTest::well;
            return response.status(502).send();
        };

        assertThat(ask(remote(32))).isEqualTo(new Share("Amal"));
        assertThat(asked).hasSize(2);
    }

    @Test
    void aCommandIsNeverSentTwice() {
        mood = response -> response.status(500).send();

        assertThatThrownBy(() ->
                        remote(32).post(firm, "/shares", Map.of(), Share.class).block(BOUND))
                .isInstanceOf(RemoteUnavailable.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatHangsIsGivenUp() {
        mood = _ -> Mono.never();

        assertThatThrownBy(() -> ask(remote(32)))
                .isInstanceOf(RemoteUnavailable.class)
                .hasMessageContaining("ownership-service is not available");
        assertThat(asked).hasSize(3);
    }

    @Test
    void whatIsAbsentIsNotAsked() {
        server.disposeNow();

        assertThatThrownBy(() -> ask(remote(32))).isInstanceOf(RemoteUnavailable.class);
    }

    @Test
    void aBrokenServiceIsLeftAloneUntilItRecovers() {
        var remote = remote(32);
        mood = response -> response.status(500).send();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> ask(remote)).isInstanceOf(RemoteUnavailable.class);
        }
        var before = asked.size();

        assertThatThrownBy(() -> ask(remote)).isInstanceOf(RemoteUnavailable.class);
        assertThat(asked).hasSize(before);

        mood = RemoteServicesTest::well;
        Awaitility.await().atMost(BOUND).ignoreExceptions().until(() -> ask(remote) != null);
    }

    @Test
    void aRefusalIsNotHeldAgainstIt() {
        var remote = remote(32);
        mood = response -> response.status(404).send();
        assertThat(remote.get(firm, "/shares/{id}", Share.class, 7).blockOptional(BOUND))
                .isEmpty();

        mood = response -> response.status(403).send();
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> ask(remote)).isInstanceOf(WebClientResponseException.Forbidden.class);
        }

        assertThat(asked).hasSize(31);
    }

    @Test
    void aSlowServiceDoesNotFillUsUp() {
        mood = _ -> Mono.never();
        var remote = remote(2);

        var errors = Flux.range(0, 10)
                .flatMap(_ -> remote.get(firm, "/shares/{id}", Share.class, 7)
                        .then(Mono.<Throwable>empty())
                        .onErrorResume(Mono::just))
                .collectList()
                .block(BOUND);

        assertThat(errors).hasSize(10).allMatch(RemoteUnavailable.class::isInstance);
        assertThat(asked.size()).isLessThanOrEqualTo(2 * 3);
    }

    private Share ask(RemoteService remote) {
        return remote.get(firm, "/shares/{id}", Share.class, 7)
                .blockOptional(BOUND)
                .orElseThrow();
    }

    private RemoteService remote(int concurrent) {
        var where = URI.create("http://localhost:" + server.port());
        var settings = new RemoteSettings(Map.of("ownership", new Remote(where, TIMEOUT, 3, concurrent, OPEN)));
        return new RemoteServices(
                        settings, clients, CircuitBreakerRegistry.ofDefaults(), BulkheadRegistry.ofDefaults(), tokens)
                .named("ownership");
    }

    private static Mono<Void> well(HttpServerResponse response) {
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just("{\"owner\": \"Amal\", \"unknown\": 1}"))
                .then();
    }
}
