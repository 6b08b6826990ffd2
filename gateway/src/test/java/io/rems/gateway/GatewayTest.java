package io.rems.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The gateway at work between real HTTP clients and stand-ins of the services. */
@RemsTest
@Import(TestClock.class)
abstract class GatewayTest {
    static final FirmServiceStandIn FIRM_SERVICE = new FirmServiceStandIn();
    static final StandIn SERVICE = new StandIn();

    @Autowired
    RemsHttp http;

    @Autowired
    CircuitBreakerRegistry breakers;

    @Autowired
    TestClock clock;

    final FirmId firm = TestCallers.newFirm();
    final UUID user = Identifiers.next();

    @DynamicPropertySource
    static void routes(DynamicPropertyRegistry properties) {
        properties.add("rems.routes.firm.uri", FIRM_SERVICE::address);
        for (String service : new String[] {"ownership", "approval", "tenant", "reporting"}) {
            properties.add("rems.routes." + service + ".uri", SERVICE::address);
        }
        properties.add("rems.routes.tenant.timeout", () -> "PT0.5S");
        properties.add("rems.upstream.idle", () -> "PT3S");
        properties.add("rems.limits.request", () -> "1000B");
        properties.add("rems.limits.user.burst", () -> 60);
        properties.add("rems.limits.user.per-second", () -> 1);
        properties.add("rems.limits.address.burst", () -> 1000);
        properties.add("rems.limits.login.burst", () -> 3);
        properties.add("rems.cors.allowed-origins", () -> "https://portal.example.com");
    }

    @BeforeEach
    void everythingIsWell() {
        FIRM_SERVICE.forget();
        FIRM_SERVICE.behaveAsFirmService();
        SERVICE.forget();
        clock.reset();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    /** A client with the user's access token. */
    WebTestClient as(UUID user) {
        return http.withAuthorization("Bearer " + FIRM_SERVICE.signIn(user)).client();
    }

    WebTestClient.ResponseSpec get(String path, UUID user, FirmId firm) {
        return as(user).get().uri(path).header("X-Firm-Id", firm.toString()).exchange();
    }

    static void isProblem(WebTestClient.ResponseSpec answer, int status, String code) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.traceId")
                .isNotEmpty();
    }
}
