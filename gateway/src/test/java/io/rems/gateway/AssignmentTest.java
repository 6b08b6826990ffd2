package io.rems.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.TestEvents;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** How the gateway learns, remembers and forgets who works where. */
class AssignmentTest extends GatewayTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Autowired
    TestEvents events;

    @Autowired
    MeterRegistry meters;

    @LocalServerPort
    int port;

    @BeforeEach
    void eventsArrive() {
        publish("rems.firm.FirmCreated.v1", UUID.randomUUID());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> meters.get("rems.gateway.events.arrive").gauge().value() == 1);
    }

    @Test
    void firmServiceIsAskedOnceForManyCalls() {
        FIRM_SERVICE.assign(user, firm, "ADMIN");

        for (int i = 0; i < 5; i++) {
            get("/api/v1/owners", user, firm).expectStatus().isOk();
        }

        assertThat(lookUps()).isEqualTo(1);
    }

    @Test
    void endedAssignmentIsRefusedWithinASecond() {
        FIRM_SERVICE.assign(user, firm, "ADMIN");
        get("/api/v1/owners", user, firm).expectStatus().isOk();

        FIRM_SERVICE.end(user, firm);
        publish("rems.firm.AssignmentEnded.v1", user);

        await().atMost(SOON).until(() -> status(user) == 403);
    }

    @Test
    void endedAssignmentIsRefusedThoughFirmServiceIsAway() {
        FIRM_SERVICE.assign(user, firm, "ADMIN");
        get("/api/v1/owners", user, firm).expectStatus().isOk();
        FIRM_SERVICE.end(user, firm);

        FIRM_SERVICE.goAway();
        try {
            publish("rems.firm.AssignmentEnded.v1", user);
            await().atMost(SOON).until(() -> status(user) == 503);
            clock.putForward(Duration.ofSeconds(90));
            assertThat(status(user)).isEqualTo(503);
        } finally {
            FIRM_SERVICE.comeBack();
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> status(user) == 403);
    }

    @Test
    void changedAssignmentIsNotServedAsItWasThoughFirmServiceIsAway() {
        FIRM_SERVICE.assign(user, firm, "ADMIN");
        get("/api/v1/owners", user, firm).expectStatus().isOk();
        FIRM_SERVICE.assign(user, firm, "VIEWER");

        FIRM_SERVICE.goAway();
        try {
            publish("rems.firm.AssignmentChanged.v1", user);
            await().atMost(SOON).until(() -> status(user) == 503);
        } finally {
            FIRM_SERVICE.comeBack();
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> status(user) == 200);
        assertThat(lookUps()).isGreaterThan(1);
    }

    @Test
    void grantedAssignmentIsAdmittedWithinASecond() {
        isProblem(get("/api/v1/owners", user, firm), 403, "FIRM_ACCESS_DENIED");

        FIRM_SERVICE.assign(user, firm, "ADMIN");
        publish("rems.firm.AssignmentGranted.v1", user);

        await().atMost(SOON).until(() -> status(user) == 200);
    }

    @Test
    void eventOfOneUserLeavesTheOthersAlone() {
        FIRM_SERVICE.assign(user, firm, "ADMIN");
        get("/api/v1/owners", user, firm).expectStatus().isOk();
        UUID other = Identifiers.next();
        FIRM_SERVICE.assign(other, firm, "ADMIN");
        get("/api/v1/owners", other, firm).expectStatus().isOk();

        FIRM_SERVICE.end(other, firm);
        publish("rems.firm.AssignmentEnded.v1", other);

        await().atMost(SOON).until(() -> status(other) == 403);
        get("/api/v1/owners", user, firm).expectStatus().isOk();
        assertThat(lookUps()).isEqualTo(1);
    }

    @Test
    void assignmentIsAskedForAgainAfterAMinute() {
        FIRM_SERVICE.assign(user, firm, "ADMIN");
        get("/api/v1/owners", user, firm).expectStatus().isOk();
        FIRM_SERVICE.end(user, firm);

        clock.putForward(Duration.ofSeconds(61));

        isProblem(get("/api/v1/owners", user, firm), 403, "FIRM_ACCESS_DENIED");
    }

    @Test
    void whileFirmServiceIsAwayKnownCallersGoOnAndUnknownOnesWait() {
        FIRM_SERVICE.assign(user, firm, "ADMIN");
        get("/api/v1/owners", user, firm).expectStatus().isOk();
        UUID unknown = Identifiers.next();
        FIRM_SERVICE.assign(unknown, firm, "ADMIN");

        FIRM_SERVICE.goAway();
        try {
            get("/api/v1/owners", user, firm).expectStatus().isOk();
            clock.putForward(Duration.ofSeconds(90));
            get("/api/v1/owners", user, firm).expectStatus().isOk();
            var refused = get("/api/v1/owners", unknown, firm);
            refused.expectHeader().exists("Retry-After");
            isProblem(refused, 503, "SERVICE_UNAVAILABLE");
        } finally {
            FIRM_SERVICE.comeBack();
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> status(unknown) == 200);
    }

    @Test
    void callerWhoGoesAwayDoesNotTakeTheAnswerFromOthers() {
        FIRM_SERVICE.assign(user, firm, "ADMIN");
        FIRM_SERVICE.takeItsTime(Duration.ofMillis(600));

        Flux.range(0, 10)
                .flatMap(_ -> call(user, firm).timeout(Duration.ofMillis(200)).onErrorResume(_ -> Mono.just(0)))
                .blockLast(Duration.ofSeconds(5));
        Integer answer = call(user, firm).block(Duration.ofSeconds(5));

        assertThat(answer).isEqualTo(200);
        assertThat(lookUps()).isEqualTo(1);
    }

    @Test
    void slowFirmServiceHoldsNobodyForLong() {
        FIRM_SERVICE.takeItsTime(Duration.ofSeconds(20));

        isProblem(get("/api/v1/owners", user, firm), 503, "SERVICE_UNAVAILABLE");
    }

    private Mono<Integer> call(UUID user, FirmId firm) {
        return HttpClient.create()
                .headers(headers -> headers.set("Authorization", "Bearer " + FIRM_SERVICE.signIn(user))
                        .set("X-Firm-Id", firm.toString()))
                .get()
                .uri("http://localhost:" + port + "/api/v1/owners")
                .response()
                .map(answer -> answer.status().code());
    }

    private int status(UUID user) {
        return get("/api/v1/owners", user, firm)
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private long lookUps() {
        return FIRM_SERVICE.received(FIRM_SERVICE.lookUp(user)).size();
    }

    private void publish(String type, UUID user) {
        events.publish("firm", type, firm, Identifiers.next(), 1, Map.of("userId", user));
    }
}
