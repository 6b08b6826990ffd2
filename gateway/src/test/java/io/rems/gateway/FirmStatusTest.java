package io.rems.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
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
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What a firm's status means for those who work there. */
class FirmStatusTest extends GatewayTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String OWNERS = "/api/v1/owners";

    @Autowired
    TestEvents events;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void eventsArrive() {
        publish("FirmCreated", Identifiers.next());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> meters.get("rems.gateway.events.arrive").gauge().value() == 1);
    }

    @Test
    void suspendedFirmIsReadByItsAdministratorsAndChangedByNobody() throws Exception {
        UUID accountant = Identifiers.next();
        FIRM_SERVICE.assign(user, firm, "ADMIN");
        FIRM_SERVICE.assign(accountant, firm, "ACCOUNTANT");
        FIRM_SERVICE.firmIs(firm, "SUSPENDED");

        get(OWNERS, user, firm).expectStatus().isOk();
        isProblem(get(OWNERS, accountant, firm), 403, "FIRM_SUSPENDED");
        isProblem(post(user, firm), 403, "FIRM_SUSPENDED");

        assertThat(SERVICE.received()).hasSize(1);
        var token = SERVICE.received().getFirst().headers().get("Authorization").substring("Bearer ".length());
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getClaim("level")).isEqualTo("RESTRICTED");
    }

    @Test
    void closedFirmIsEnteredByNobody() {
        FIRM_SERVICE.assign(user, firm, "ADMIN");
        FIRM_SERVICE.firmIs(firm, "CLOSED");

        isProblem(get(OWNERS, user, firm), 403, "FIRM_CLOSED");
        isProblem(get(OWNERS, Identifiers.next(), firm), 403, "FIRM_ACCESS_DENIED");
    }

    @Test
    void suspensionTakesEffectWithinASecondEvenWhenFirmServiceIsAwayThen() {
        UUID accountant = Identifiers.next();
        FIRM_SERVICE.assign(user, firm, "ADMIN");
        FIRM_SERVICE.assign(accountant, firm, "ACCOUNTANT");
        post(user, firm).expectStatus().isOk();
        get(OWNERS, accountant, firm).expectStatus().isOk();

        FIRM_SERVICE.goAway();
        try {
            publish("FirmSuspended", firm.value());

            await().atMost(SOON).until(() -> status(accountant) == 403);
            isProblem(post(user, firm), 403, "FIRM_SUSPENDED");
            get(OWNERS, user, firm).expectStatus().isOk();
            clock.putForward(Duration.ofSeconds(90));
            isProblem(get(OWNERS, accountant, firm), 403, "FIRM_SUSPENDED");
        } finally {
            FIRM_SERVICE.comeBack();
        }
    }

    @Test
    void closureTakesEffectWithinASecondAndInThatFirmOnly() {
        FirmId other = new FirmId(Identifiers.next());
        FIRM_SERVICE.assign(user, firm, "ADMIN");
        FIRM_SERVICE.assign(user, other, "ADMIN");
        get(OWNERS, user, firm).expectStatus().isOk();
        get(OWNERS, user, other).expectStatus().isOk();

        FIRM_SERVICE.firmIs(firm, "CLOSED");
        publish("FirmClosed", firm.value());

        await().atMost(SOON).until(() -> status(user) == 403);
        isProblem(get(OWNERS, user, firm), 403, "FIRM_CLOSED");
        get(OWNERS, user, other).expectStatus().isOk();
        assertThat(FIRM_SERVICE.received(FIRM_SERVICE.lookUp(user))).hasSize(2);
    }

    @Test
    void reactivatedFirmIsOpenAgainWithinASecond() {
        FIRM_SERVICE.assign(user, firm, "MANAGER");
        FIRM_SERVICE.firmIs(firm, "SUSPENDED");
        isProblem(get(OWNERS, user, firm), 403, "FIRM_SUSPENDED");

        FIRM_SERVICE.firmIs(firm, "ACTIVE");
        publish("FirmReactivated", firm.value());

        await().atMost(SOON).until(() -> status(user) == 200);
    }

    @Test
    void ownMattersStayOpenWhateverBecameOfTheFirm() throws Exception {
        FIRM_SERVICE.assignPrimary(user, firm, "STAFF");
        FIRM_SERVICE.firmIs(firm, "SUSPENDED");

        as(user).get().uri("/api/v1/me").exchange().expectStatus().isOk();
        as(user).put().uri("/api/v1/me/primary-firm").exchange().expectStatus().isOk();

        var token = FIRM_SERVICE.received("/api/v1/me").getFirst().headers().get("Authorization");
        var claims = SignedJWT.parse(token.substring("Bearer ".length())).getJWTClaimsSet();
        assertThat(claims.getClaim("firm")).isEqualTo(FirmId.PLATFORM.toString());
        isProblem(as(user).get().uri(OWNERS).exchange(), 403, "FIRM_SUSPENDED");
    }

    private ResponseSpec post(UUID user, FirmId firm) {
        return as(user).post().uri(OWNERS).header("X-Firm-Id", firm.toString()).exchange();
    }

    private int status(UUID user) {
        return get(OWNERS, user, firm).returnResult(Void.class).getStatus().value();
    }

    private void publish(String event, UUID subject) {
        events.publish("firm", "rems.firm." + event + ".v1", firm, subject, 1, Map.of("firmId", subject));
    }
}
