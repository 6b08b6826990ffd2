package io.rems.firm.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.rems.firm.FirmApi;
import io.rems.firm.link.RegistersStandIn.Registers;
import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class LinksTest {
    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Registers registers;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private FirmApi api;
    private FirmId firm;
    private UUID user;

    @BeforeEach
    void oneFirmAndOneUser() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        api = new FirmApi(http);
        firm = api.newFirm();
        user = api.newUser();
    }

    @Test
    void ownerWhoseEventHasComeIsLinkedWithoutAsking() throws Exception {
        var owner = registered(firm);
        int before = registers.asked();

        grant("OWNER", Map.of("ownerId", owner)).expectStatus().isCreated();

        api.access(user, firm).expectBody().jsonPath("$.ownerId").isEqualTo(owner.toString());
        assertThat(registers.asked()).isEqualTo(before);
    }

    @Test
    void eventThatComesTwiceIsLearntOnce() throws Exception {
        var owner = Identifiers.next();
        var event = events.publish("ownership", "rems.ownership.OwnerRegistered.v1", firm, owner, 1, named(owner));
        events.publishAgain(event, "ownership", "rems.ownership.OwnerRegistered.v1", firm, owner, 1, named(owner));
        var after = registered(firm);

        assertThat(known(firm, owner)).isEqualTo(1);
        assertThat(known(firm, after)).isEqualTo(1);
    }

    @Test
    void loginFollowsAnOwnerWhoGoesOnUnderAnotherEntry() throws Exception {
        var twice = registered(firm);
        var owner = registered(firm);
        grant("OWNER", Map.of("ownerId", twice)).expectStatus().isCreated();
        var merger = Map.of("ownerId", twice, "intoOwnerId", owner);

        var event = events.publish("ownership", "rems.ownership.OwnerMerged.v1", firm, twice, 2, merger);
        events.publishAgain(event, "ownership", "rems.ownership.OwnerMerged.v1", firm, twice, 2, merger);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> api.access(user, firm)
                        .expectBody()
                        .jsonPath("$.ownerId")
                        .isEqualTo(owner.toString()));
        assertThat(events.all().stream()
                        .filter(told -> told.type().equals("rems.firm.AssignmentChanged.v1")
                                && told.data().path("userId").asString("").equals(user.toString())))
                .hasSize(1);
        assertThat(known(firm, twice)).isZero();
        var another = api.newFirm();
        events.publish(
                "ownership",
                "rems.ownership.OwnerMerged.v1",
                another,
                owner,
                2,
                Map.of("ownerId", owner, "intoOwnerId", twice));
        registered(another);
        api.access(user, firm).expectBody().jsonPath("$.ownerId").isEqualTo(owner.toString());
    }

    @Test
    void linkThatLagsBehindIsAskedFor() {
        var owner = Identifiers.next();
        registers.know(owner);
        var tenant = Identifiers.next();
        registers.know(tenant);

        grant("OWNER", Map.of("ownerId", owner)).expectStatus().isCreated();
        api.grant(firm, api.newUser(), "TENANT", Map.of("tenantId", tenant))
                .expectStatus()
                .isCreated();
    }

    @Test
    void unknownAndForeignLinksAreTheSameProblem() throws Exception {
        var foreign = registered(api.newFirm());

        for (var owner : new UUID[] {foreign, Identifiers.next()}) {
            isUnknown(grant("OWNER", Map.of("ownerId", owner)), "ownerId");
        }
        isUnknown(grant("TENANT", Map.of("tenantId", Identifiers.next())), "tenantId");
        api.access(user, firm).expectStatus().isNotFound();
    }

    @Test
    void changeOfTheLinkIsCheckedToo() {
        var assignment = api.assign(firm, user, "STAFF");
        var from = api.from(firm, assignment);

        isUnknown(
                api.adminOf(firm)
                        .put(
                                "/api/v1/assignments/{id}",
                                1,
                                Map.of("role", "OWNER", "ownerId", Identifiers.next(), "from", from),
                                assignment),
                "ownerId");
    }

    @Test
    void nothingIsLostWhileTheServiceIsAway() {
        var owner = Identifiers.next();
        registers.know(owner);
        registers.failFor(owner);

        grant("OWNER", Map.of("ownerId", owner))
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SERVICE_UNAVAILABLE");
        registers.recoverFor(owner);
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);

        grant("OWNER", Map.of("ownerId", owner)).expectStatus().isCreated();
    }

    private ResponseSpec grant(String role, Map<String, Object> link) {
        return api.grant(firm, user, role, link);
    }

    private UUID registered(FirmId firm) throws Exception {
        var owner = Identifiers.next();
        events.publish("ownership", "rems.ownership.OwnerRegistered.v1", firm, owner, 1, named(owner));
        await().atMost(Duration.ofSeconds(20)).until(() -> known(firm, owner) == 1);
        return owner;
    }

    private long known(FirmId firm, UUID id) throws SQLException {
        try (var connection = database.asApp(firm);
                var statement = connection.prepareStatement("SELECT count(*) FROM linkable WHERE id = ?")) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static Map<String, Object> named(UUID owner) {
        return Map.of("ownerId", owner, "name", "Nasser", "type", "INDIVIDUAL");
    }

    private static void isUnknown(ResponseSpec answer, String field) {
        answer.expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].code")
                .isEqualTo("UNKNOWN");
    }
}
