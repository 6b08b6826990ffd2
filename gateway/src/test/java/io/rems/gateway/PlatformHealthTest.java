package io.rems.gateway;

import io.rems.gateway.StandIn.Answer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** What the operator of REMS sees of its services. */
class PlatformHealthTest extends GatewayTest {
    private static final String HEALTH = "/api/v1/platform/health";

    @Test
    void platformAdministratorSeesHowEachServiceIs() {
        FIRM_SERVICE.administersPlatform(user);
        SERVICE.behave(PlatformHealthTest::wellButBehind);

        as(user).get()
                .uri(HEALTH)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.services.length()")
                .isEqualTo(5)
                .jsonPath("$.services[?(@.service == 'tenant')].status")
                .isEqualTo("UP")
                .jsonPath("$.services[?(@.service == 'tenant')].circuit")
                .isEqualTo("CLOSED")
                .jsonPath("$.services[?(@.service == 'tenant')].eventsToPublish")
                .isEqualTo(3)
                .jsonPath("$.services[?(@.service == 'tenant')].eventsToApply")
                .isEqualTo(12);
    }

    @Test
    void serviceThatIsNotReadyAndOpenCircuitsShow() {
        FIRM_SERVICE.administersPlatform(user);
        SERVICE.answer(new Answer(503, "{}"));
        breakers.circuitBreaker("route-tenant").transitionToOpenState();

        as(user).get()
                .uri(HEALTH)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.well")
                .isEqualTo(false)
                .jsonPath("$.services[?(@.service == 'tenant')].status")
                .isEqualTo("DOWN")
                .jsonPath("$.services[?(@.service == 'tenant')].circuit")
                .isEqualTo("OPEN")
                .jsonPath("$.services[?(@.service == 'firm')].status")
                .isEqualTo("UP");
    }

    @Test
    void serviceThatIsAwayDoesNotKeepTheOthersFromShowing() {
        FIRM_SERVICE.administersPlatform(user);
        as(user).get().uri(HEALTH).exchange().expectStatus().isOk();

        SERVICE.goAway();
        try {
            as(user).get()
                    .uri(HEALTH)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.services[?(@.service == 'approval')].status")
                    .isEqualTo("UNREACHABLE")
                    .jsonPath("$.services[?(@.service == 'firm')].status")
                    .isEqualTo("UP");
        } finally {
            SERVICE.comeBack();
        }
    }

    @Test
    void nobodyElseSeesIt() {
        FIRM_SERVICE.assignPrimary(user, firm, "ADMIN");

        isProblem(as(user).get().uri(HEALTH).exchange(), 403, "PERMISSION_DENIED");
        isProblem(http.client().get().uri(HEALTH).exchange(), 401, "AUTH_REQUIRED");
    }

    private static Mono<Answer> wellButBehind(HttpServerRequest request) {
        return Mono.just(Answer.ok(request.fullPath().endsWith("/prometheus") ? """
                # TYPE rems_outbox_depth gauge
                rems_outbox_depth{application="rems"} 3.0
                kafka_consumer_fetch_manager_records_lag{topic="a"} 5.0
                kafka_consumer_fetch_manager_records_lag{topic="b"} 7.0
                kafka_consumer_fetch_manager_records_lag_max{topic="a"} NaN
                """ : "{}"));
    }
}
