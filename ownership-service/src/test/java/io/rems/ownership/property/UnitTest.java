package io.rems.ownership.property;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class UnitTest {

    private static final String UNIT = "/api/v1/units/{id}";

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    Estate estate;
    UUID property;
    UUID unit;

    @BeforeEach
    void aFlatInATower() {
        estate = new Estate(http);
        property = estate.property("Z1");
        unit = Identifiers.next();
        register(Map.of(
                        "id",
                        unit,
                        "number",
                        "101",
                        "type",
                        "APARTMENT",
                        "livingRooms",
                        1,
                        "bedrooms",
                        2,
                        "bathrooms",
                        3,
                        "parkingSpaces",
                        4,
                        "area",
                        "85.50",
                        "note",
                        "corner"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void unitKeepsItsRoomsAndPlaces() {
        estate.accountant()
                .get(UNIT, unit)
                .expectBody()
                .jsonPath("$.livingRooms")
                .isEqualTo(1)
                .jsonPath("$.parkingSpaces")
                .isEqualTo(4)
                .jsonPath("$.note")
                .isEqualTo("corner")
                .jsonPath("$.status")
                .isEqualTo("ACTIVE");
        var event = events.await("rems.ownership.UnitRegistered.v1", unit);
        assertThat(event.data().get("parkingSpaces").asInt()).isEqualTo(4);
    }

    @Test
    void changeNamesTheVersionItWasDecidedOn() {
        register(Map.of("number", "102", "type", "SHOP")).expectStatus().isCreated();

        change(1, "101A").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");

        change(1, "101B").expectStatus().isEqualTo(412);
        refused(change(2, "102"), "DUPLICATE");
        var event = events.await("rems.ownership.UnitChanged.v1", unit);
        assertThat(event.aggregateVersion()).isEqualTo(2);
        assertThat(event.data().get("number").asString()).isEqualTo("101A");
    }

    @Test
    void archivedUnitStaysAsItIsUntilItIsRestored() {
        archive().expectStatus().isOk();

        refused(change(2, "101A"), "UNIT_ARCHIVED");
        refused(archive(), "UNIT_ARCHIVED");
        estate.accountant()
                .get("/api/v1/properties/{id}/units?status=ACTIVE", property)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        estate.accountant()
                .post(UNIT + "/restoration", Map.of(), unit)
                .expectStatus()
                .isOk();
        refused(estate.accountant().post(UNIT + "/restoration", Map.of(), unit), "UNIT_ACTIVE");
        change(3, "101A").expectStatus().isOk();
        assertThat(events.await("rems.ownership.UnitArchived.v1", unit)
                        .data()
                        .get("reason")
                        .asString())
                .isEqualTo("merged");
        assertThat(events.await("rems.ownership.UnitRestored.v1", unit).aggregateVersion())
                .isEqualTo(3);
    }

    @Test
    void unitsOfAnArchivedPropertyStayAsTheyAre() {
        estate.accountant()
                .post("/api/v1/properties/{id}/archival", Map.of("reason", "sold"), property)
                .expectStatus()
                .isOk();

        refused(change(1, "101A"), "PROPERTY_ARCHIVED");
        refused(archive(), "PROPERTY_ARCHIVED");
    }

    @Test
    void leaseHoldsItsUnitAndNoOther() {
        var other = Identifiers.next();
        register(Map.of("id", other, "number", "102", "type", "SHOP"))
                .expectStatus()
                .isCreated();
        var lease = Identifiers.next();
        events.publish(
                "tenant",
                "rems.tenant.LeaseActivated.v1",
                estate.firm(),
                lease,
                2,
                Map.of("leaseId", lease, "propertyId", property, "unitId", other, "number", "L-9"));

        await().atMost(20, SECONDS)
                .untilAsserted(() -> estate.accountant()
                        .post(UNIT + "/archival", Map.of("reason", "merged"), other)
                        .expectStatus()
                        .isEqualTo(409)
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("UNIT_IN_USE")
                        .jsonPath("$.facts.leases[*].number")
                        .value(numbers -> assertThat(numbers).isEqualTo(List.of("L-9"))));
        archive().expectStatus().isOk();
    }

    @Test
    void anotherFirmsUnitIsNotChanged() {
        var stranger = http.as(TestCallers.admin(TestCallers.newFirm()));

        stranger.put(UNIT, 1, Map.of("number", "1", "type", "SHOP"), unit)
                .expectStatus()
                .isNotFound();
        stranger.post(UNIT + "/archival", Map.of("reason", "mine"), unit)
                .expectStatus()
                .isNotFound();
        stranger.post(UNIT + "/restoration", Map.of(), unit).expectStatus().isNotFound();
    }

    private ResponseSpec register(Map<String, Object> body) {
        return estate.accountant().post("/api/v1/properties/{id}/units", body, property);
    }

    private ResponseSpec change(long version, String number) {
        return estate.accountant().put(UNIT, version, Map.of("number", number, "type", "APARTMENT"), unit);
    }

    private ResponseSpec archive() {
        return estate.accountant().post(UNIT + "/archival", Map.of("reason", "merged"), unit);
    }

    private static void refused(ResponseSpec answer, String code) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
