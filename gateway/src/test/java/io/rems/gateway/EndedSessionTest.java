package io.rems.gateway;

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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** An access token is worth nothing once its sign-in has ended. */
class EndedSessionTest extends GatewayTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Autowired
    TestEvents events;

    @Autowired
    MeterRegistry meters;

    @Autowired
    @Qualifier("firmEvents")
    SmartLifecycle firmEvents;

    private final UUID session = Identifiers.next();

    @BeforeEach
    void userIsSignedIn() {
        FIRM_SERVICE.assign(user, firm, "ADMIN");
        events.publish("firm", "rems.firm.FirmCreated.v1", firm, firm.value(), 1, Map.of("firmId", firm.value()));
        eventsArrive();
    }

    @Test
    void tokenOfAnEndedSessionIsRefusedWithinASecond() {
        call(session).expectStatus().isOk();

        publishEnd();

        await().atMost(SOON).until(() -> status(session) == 401);
        isProblem(call(session), 401, "AUTH_INVALID");
    }

    @Test
    void otherSessionsOfTheUserGoOn() {
        UUID other = Identifiers.next();
        publishEnd();
        await().atMost(SOON).until(() -> status(session) == 401);

        call(other).expectStatus().isOk();
    }

    @Test
    void gatewayThatStartsLaterLearnsWhatHasEnded() {
        firmEvents.stop();
        publishEnd();
        call(session).expectStatus().isOk();

        firmEvents.start();
        eventsArrive();

        isProblem(call(session), 401, "AUTH_INVALID");
    }

    @Test
    void whileNoEventsArriveFirmServiceIsAsked() {
        firmEvents.stop();
        try {
            call(session).expectStatus().isOk();
            FIRM_SERVICE.endSession(session);

            await().atMost(Duration.ofSeconds(2)).until(() -> status(session) == 401);
        } finally {
            firmEvents.start();
            eventsArrive();
        }
    }

    private void publishEnd() {
        events.publish(
                "firm",
                "rems.firm.SessionEnded.v1",
                FirmId.PLATFORM,
                session,
                2,
                Map.of("userId", user, "sessionId", session, "reason", "SIGNED_OUT"));
    }

    private void eventsArrive() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> meters.get("rems.gateway.events.arrive").gauge().value() == 1);
    }

    private ResponseSpec call(UUID session) {
        return http.withAuthorization("Bearer " + FIRM_SERVICE.signIn(user, session))
                .client()
                .get()
                .uri("/api/v1/owners")
                .header("X-Firm-Id", firm.toString())
                .exchange();
    }

    private int status(UUID session) {
        return call(session).returnResult(Void.class).getStatus().value();
    }
}
