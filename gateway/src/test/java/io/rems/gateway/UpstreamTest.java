package io.rems.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.ChannelOption;
import io.rems.gateway.StandIn.Answer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServerRequest;
import reactor.test.StepVerifier;

/** Services that are slow, broken or absent. */
class UpstreamTest extends GatewayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String BODY = "{\"name\": \"Salem\"}";

    @LocalServerPort
    int port;

    @BeforeEach
    void userWorksInFirm() {
        FIRM_SERVICE.assignPrimary(user, firm, "ADMIN");
    }

    @Test
    void bodyAndAnswerPassUnchanged() {
        SERVICE.answer(new Answer(201, "{\"id\": 1}"));

        post("/api/v1/owners?x=%C3%A9&y=a%2Fb")
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .isEqualTo("{\"id\": 1}");

        assertThat(SERVICE.received("/api/v1/owners"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).isEqualTo(BODY));
    }

    @Test
    void readIsTriedOnceMoreWhereTheServiceSaysItIsAway() {
        SERVICE.behave(firstThen(new Answer(503, "{}"), Answer.ok("{\"attempt\": 2}")));

        get("/api/v1/owners")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "application/json")
                .expectBody(String.class)
                .isEqualTo("{\"attempt\": 2}");

        assertThat(SERVICE.received()).hasSize(2);
    }

    @Test
    void theServicesOwnAnswerCountsIfNoneIsBetter() {
        SERVICE.answer(new Answer(503, "{\"code\": \"OWN\"}"));

        get("/api/v1/owners")
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("OWN");

        assertThat(SERVICE.received()).hasSize(2);
    }

    @Test
    void readIsTriedOnceMoreWhereTheConnectionBreaks() {
        SERVICE.behave(breakingFirst());

        get("/api/v1/owners").expectStatus().isOk();

        assertThat(SERVICE.received()).hasSize(2);
    }

    @Test
    void changeIsNeverTriedTwice() {
        SERVICE.answer(new Answer(503, "{}"));
        post("/api/v1/owners").expectStatus().isEqualTo(503);
        assertThat(SERVICE.received()).hasSize(1);

        SERVICE.behave(breakingFirst());
        isProblem(post("/api/v1/vendors"), 503, "SERVICE_UNAVAILABLE");
        assertThat(SERVICE.received("/api/v1/vendors")).hasSize(1);
    }

    @Test
    void changeWhoseServiceDiesIsNotAcknowledged() {
        SERVICE.behave(request -> {
            reset(request);
            return Mono.never();
        });

        isProblem(post("/api/v1/owners"), 503, "SERVICE_UNAVAILABLE");
    }

    @Test
    void streamPassesAsItComesAndItsBreakIsNotTakenForItsEnd() {
        var service = new CompletableFuture<HttpServerRequest>();
        SERVICE.behave(request -> {
            service.complete(request);
            return Mono.just(new Answer(200, Flux.just("data:first\n\n").concatWith(Mono.never())));
        });

        var stream = HttpClient.create()
                .headers(headers -> headers.set("Authorization", "Bearer " + FIRM_SERVICE.signIn(user))
                        .set("Accept", MediaType.TEXT_EVENT_STREAM_VALUE))
                .get()
                .uri("http://localhost:" + port + "/api/v1/owners")
                .responseContent()
                .asString();

        StepVerifier.create(stream)
                .expectNext("data:first\n\n")
                .then(() -> reset(service.join()))
                .expectErrorSatisfies(error -> assertThat(error).hasStackTraceContaining("prematurely closed"))
                .verify(PATIENCE);
    }

    @Test
    void answerThatStopsHalfwayIsNotWaitedForNorTakenForWhole() {
        SERVICE.behave(_ -> Mono.just(new Answer(200, Flux.just("[1,").concatWith(Mono.never()))));

        assertThatThrownBy(() -> get("/api/v1/owners")).hasStackTraceContaining("prematurely closed");
    }

    @Test
    void errorOfTheServiceIsPassedOnAndNotRepeated() {
        SERVICE.answer(new Answer(500, "{\"code\": \"INTERNAL\"}"));

        get("/api/v1/owners").expectStatus().isEqualTo(500);

        assertThat(SERVICE.received()).hasSize(1);
    }

    @Test
    void slowServiceIsNotWaitedFor() {
        SERVICE.behave(_ -> Mono.just(Answer.ok("{}")).delayElement(Duration.ofSeconds(5)));

        var answer = get("/api/v1/leases");

        answer.expectHeader().exists("Retry-After");
        isProblem(answer, 503, "SERVICE_UNAVAILABLE");
        assertThat(SERVICE.received()).hasSize(1);
    }

    @Test
    void absentServiceAnswersUnavailableAndComesBack() {
        SERVICE.goAway();
        try {
            isProblem(get("/api/v1/owners"), 503, "SERVICE_UNAVAILABLE");
            isProblem(post("/api/v1/owners"), 503, "SERVICE_UNAVAILABLE");
        } finally {
            SERVICE.comeBack();
        }

        get("/api/v1/owners").expectStatus().isOk();
    }

    @Test
    void failingServiceIsLeftAloneWhileTheOthersWork() {
        SERVICE.behave(request ->
                Mono.just(request.fullPath().startsWith("/api/v1/vendors") ? new Answer(503, "{}") : Answer.ok("{}")));
        for (int i = 0; i < 20; i++) {
            post("/api/v1/vendors").expectStatus().isEqualTo(503);
        }
        SERVICE.received().clear();

        isProblem(post("/api/v1/vendors"), 503, "SERVICE_UNAVAILABLE");
        get("/api/v1/owners").expectStatus().isOk();

        assertThat(SERVICE.received()).extracting(StandIn.Received::path).containsExactly("/api/v1/owners");
    }

    private WebTestClient.ResponseSpec get(String path) {
        return as(user).get().uri(path).exchange();
    }

    private WebTestClient.ResponseSpec post(String path) {
        return as(user).post().uri(path).bodyValue(BODY).exchange();
    }

    private static Function<HttpServerRequest, Mono<Answer>> firstThen(Answer first, Answer then) {
        var calls = new AtomicInteger();
        return _ -> Mono.fromSupplier(() -> calls.getAndIncrement() == 0 ? first : then);
    }

    private static Function<HttpServerRequest, Mono<Answer>> breakingFirst() {
        var calls = new AtomicInteger();
        return request -> {
            if (calls.getAndIncrement() == 0) {
                request.withConnection(connection -> connection.channel().close());
                return Mono.never();
            }
            return Mono.just(Answer.ok("{}"));
        };
    }

    /** As the kernel ends the connections of a killed process. */
    private static void reset(HttpServerRequest request) {
        request.withConnection(connection -> {
            connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            connection.channel().close();
        });
    }
}
