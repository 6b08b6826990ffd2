package io.rems.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** The shape of requests and answers, whoever calls. */
class EdgeTest extends GatewayTest {
    private static final String PORTAL = "https://portal.example.com";

    @LocalServerPort
    int port;

    @BeforeEach
    void userWorksInFirm() {
        FIRM_SERVICE.assignPrimary(user, firm, "ADMIN");
    }

    @Test
    void whatTheTableDoesNotNameIsNotThere() {
        for (String path : new String[] {
            "/",
            "/api",
            "/api/v1",
            "/api/v1/",
            "/api/v1/nothing",
            "/api/v2/owners",
            "/api/v1/Owners",
            "/api/v1/platform",
            "/actuator",
            "/actuator/env",
            "/openapi/nobody.json"
        }) {
            isProblem(as(user).get().uri(path).exchange(), 404, "NOT_FOUND");
        }
        nothingPassed();
    }

    @Test
    void waysBetweenServicesAreClosed() {
        for (String path : new String[] {
            "/api/v1/internal/users/" + user + "/access",
            "/api/v1/owners/internal/anything",
            "/api/v1/owners/INTERNAL",
            "/api/v1/%69nternal/users",
            "/api/v1/owners/%69nternal"
        }) {
            isProblem(raw(path), 404, "NOT_FOUND");
        }
        nothingPassed();
    }

    @Test
    void oddPathsAreRefused() {
        for (String path : new String[] {
            "/api/v1/owners/../internal/users",
            "//api/v1/owners",
            "/api/v1/owners;x=1",
            "/api/v1/owners/%2e%2e/vendors",
            "/api/v1/owners%2finternal",
            "/api/v1/owners/%00"
        }) {
            isProblem(raw(path), 400, "MALFORMED_REQUEST");
        }
        nothingPassed();
    }

    @Test
    void tooLargeBodyIsRefused() {
        var answer = as(user).post()
                .uri("/api/v1/owners")
                .bodyValue("x".repeat(1001))
                .exchange();

        isProblem(answer, 413, "TOO_LARGE");
        nothingPassed();
    }

    @Test
    void tooLargeBodyOfUnknownLengthIsRefusedToo() {
        var parts = Flux.range(0, 20).map(_ -> "x".repeat(100));

        var answer = as(user).post()
                .uri("/api/v1/owners")
                .contentType(MediaType.TEXT_PLAIN)
                .body(parts, String.class)
                .exchange();

        isProblem(answer, 413, "TOO_LARGE");
        nothingPassed();
    }

    @Test
    void bodyOfUnknownLengthPassesUpToTheLimit() {
        var parts = Flux.range(0, 10).map(_ -> "x".repeat(100));

        as(user).post()
                .uri("/api/v1/owners")
                .contentType(MediaType.TEXT_PLAIN)
                .body(parts, String.class)
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(SERVICE.received().getFirst().body()).hasSize(1000);
    }

    @Test
    void portalMayAskBeforehandWithoutToken() {
        http.client()
                .options()
                .uri("/api/v1/owners")
                .header("Origin", PORTAL)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,x-firm-id,idempotency-key")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", PORTAL)
                .expectHeader()
                .valueEquals("Access-Control-Allow-Headers", "authorization, x-firm-id, idempotency-key");
        nothingPassed();
    }

    @Test
    void portalMayReadAnswersAndRefusals() {
        as(user).get()
                .uri("/api/v1/owners")
                .header("Origin", PORTAL)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", PORTAL)
                .expectHeader()
                .value(
                        "Access-Control-Expose-Headers",
                        names -> assertThat(names).contains("ETag"));

        var refused = http.client()
                .get()
                .uri("/api/v1/owners")
                .header("Origin", PORTAL)
                .exchange();

        refused.expectHeader().valueEquals("Access-Control-Allow-Origin", PORTAL);
        isProblem(refused, 401, "AUTH_REQUIRED");
    }

    @Test
    void pagesOfOtherOriginsAreRefused() {
        var answer = as(user).get()
                .uri("/api/v1/owners")
                .header("Origin", "https://evil.example")
                .exchange();

        answer.expectHeader().doesNotExist("Access-Control-Allow-Origin");
        isProblem(answer, 403, "ORIGIN_NOT_ALLOWED");
        nothingPassed();
    }

    @Test
    void everyAnswerTellsBrowsersToBeCareful() {
        for (String path : new String[] {"/api/v1/owners", "/nothing"}) {
            as(user).get()
                    .uri(path)
                    .exchange()
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader()
                    .valueEquals("X-Frame-Options", "DENY")
                    .expectHeader()
                    .valueEquals("Referrer-Policy", "no-referrer")
                    .expectHeader()
                    .value("Cache-Control", value -> assertThat(value).contains("no-store"))
                    .expectHeader()
                    .value("Content-Security-Policy", value -> assertThat(value).contains("default-src 'none'"));
        }
    }

    @Test
    void everyServiceIsDescribedInOnePlace() {
        SERVICE.answer(StandIn.Answer.ok("{\"openapi\": \"3.1.0\"}"));

        http.client()
                .get()
                .uri("/openapi/index.json")
                .exchange()
                .expectBody()
                .jsonPath("$[*].name")
                .isEqualTo(java.util.List.of("approval", "firm", "gateway", "ownership", "reporting", "tenant"));
        http.client()
                .get()
                .uri("/openapi/ownership.json")
                .exchange()
                .expectBody()
                .jsonPath("$.openapi")
                .isEqualTo("3.1.0");
        http.client().get().uri("/docs/index.html").exchange().expectStatus().isOk();
        http.client()
                .head()
                .uri("/webjars/swagger-ui/swagger-ui-bundle.js")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(SERVICE.received("/v3/api-docs")).hasSize(1);
    }

    @Test
    void healthAndMetricsAreAllThatIsToldOfTheGateway() {
        http.client()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
        http.client()
                .get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectStatus()
                .isOk();
        http.client()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk();
        isProblem(http.client().get().uri("/actuator/gateway/routes").exchange(), 404, "NOT_FOUND");
    }

    /** The path as it is written, past the client's own tidying. */
    private WebTestClient.ResponseSpec raw(String path) {
        return as(user).get().uri(URI.create("http://localhost:" + port + path)).exchange();
    }

    private static void nothingPassed() {
        assertThat(SERVICE.received()).isEmpty();
        assertThat(FIRM_SERVICE.received("/api/v1/internal/users")).isEmpty();
    }
}
