package io.rems.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

class RateLimitTest extends GatewayTest {
    @Test
    void userWhoCallsTooOftenWaitsAndOthersDoNot() {
        FIRM_SERVICE.assignPrimary(user, firm, "ADMIN");
        var other = Identifiers.next();
        FIRM_SERVICE.assignPrimary(other, firm, "ADMIN");

        var refused = firstRefusalOf(as(user));

        refused.expectHeader().valueEquals("Retry-After", "1");
        refused.expectHeader().valueEquals("RateLimit-Policy", "\"user\";q=60;w=60");
        refused.expectHeader().valueEquals("RateLimit", "\"user\";r=0;t=1");
        isProblem(refused, 429, "RATE_LIMITED");
        as(other).get().uri("/api/v1/owners").exchange().expectStatus().isOk();
    }

    @Test
    void answersSayHowMuchIsLeft() {
        FIRM_SERVICE.assignPrimary(user, firm, "ADMIN");

        as(user).get()
                .uri("/api/v1/owners")
                .exchange()
                .expectHeader()
                .value("RateLimit", left -> assertThat(left).startsWith("\"user\";r=59;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/login",
                "/api/v1/auth/second-factor",
                "/api/v1/auth/second-factor/enrolment/confirmation"
            })
    void signingInIsLimitedMoreStrictlyWhateverTheClientSaysOfItself(String path) {
        int refused = 0;
        for (int i = 0; i < 10; i++) {
            var answer = http.client()
                    .post()
                    .uri(path)
                    .header("X-Forwarded-For", "10.0.0." + i)
                    .bodyValue("{}")
                    .exchange()
                    .returnResult(Void.class);
            refused += answer.getStatus().value() == 429 ? 1 : 0;
        }

        assertThat(refused).isGreaterThan(3);
    }

    /** The bucket fills while the test empties it, hence somewhat more calls than it holds. */
    private static WebTestClient.ResponseSpec firstRefusalOf(WebTestClient client) {
        return IntStream.range(0, 120)
                .mapToObj(_ -> client.get().uri("/api/v1/owners").exchange())
                .filter(RateLimitTest::isRefusal)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRefusal(WebTestClient.ResponseSpec answer) {
        try {
            answer.expectStatus().isEqualTo(429);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }
}
