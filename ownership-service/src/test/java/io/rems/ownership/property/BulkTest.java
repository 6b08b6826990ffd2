package io.rems.ownership.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.rems.ownership.Estate;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class BulkTest {

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    Estate estate;
    UUID property;
    RemsHttp.AsCaller elevated;

    @BeforeEach
    void aTower() {
        estate = new Estate(http);
        property = estate.property("Z1");
        elevated = estate.as(TestCallers.as(estate.firm(), Role.ACCOUNTANT, AccessLevel.ELEVATED));
    }

    @Test
    void unitsOfAllFloorsAreCreatedAndEachIsAnnounced() {
        create(body("{floor}{nn}", 1, 2, 2))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.count")
                .isEqualTo(4)
                .jsonPath("$.items[*].number")
                .value(numbers -> assertThat(numbers).isEqualTo(List.of("101", "102", "201", "202")));

        numbersOf(property, "101", "102", "201", "202");
        elevated.get("/api/v1/properties/{id}/units", property)
                .expectBody()
                .jsonPath("$.items[*].bedrooms")
                .value(rooms -> assertThat(rooms).isEqualTo(List.of(2, 2, 2, 2)));
        var event = events.await(
                found -> found.firm().equals(estate.firm())
                        && found.type().equals("rems.ownership.UnitRegistered.v1")
                        && found.data().get("number").asString().equals("202"),
                "the last unit");
        assertThat(event.data().get("baseRent").get("amount").asString()).isEqualTo("450.000");
    }

    @Test
    void previewTellsWhatWouldBeAndLeavesNoTrace() {
        create(body("{floor}{nn}", 1, 1, 1)).expectStatus().isCreated();

        elevated.post("/api/v1/properties/{id}/units/bulk-preview", body("{floor}{nn}", 1, 2, 1), property)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.count")
                .isEqualTo(2)
                .jsonPath("$.numbers")
                .value(numbers -> assertThat(numbers).isEqualTo(List.of("101", "201")))
                .jsonPath("$.taken")
                .value(taken -> assertThat(taken).isEqualTo(List.of("101")));

        numbersOf(property, "101");
    }

    @Test
    void oneAnswerNamesEveryNumberInUseAndNothingIsCreated() {
        create(body("{floor}{nn}", 2, 2, 2)).expectStatus().isCreated();

        create(body("{floor}{nn}", 1, 2, 3))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUPLICATE")
                .jsonPath("$.facts.numbers")
                .value(numbers -> assertThat(numbers).isEqualTo(List.of("201", "202")));

        numbersOf(property, "201", "202");
    }

    @Test
    void twoWhoCreateTheSameUnitsAtOnceDoNotMixThem() {
        var statuses = Stream.of(body("{floor}{nn}", 1, 20, 10), body("{floor}{nn}", 20, 39, 10))
                .parallel()
                .map(body ->
                        create(body).expectBody().returnResult().getStatus().value())
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        elevated.get("/api/v1/properties/{id}/units?limit=1&count=true", property)
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(200);
    }

    @Test
    void twoThousandAtOnceAreCreatedAndOneMoreIsRefused() {
        create(body("{floor}-{nn}", 1, 100, 20)).expectStatus().isCreated();

        create(body("{ff}/{nn}", 1, 3, 667))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("TOO_MANY");
    }

    @Test
    void whatIsWrongIsNamed() {
        refused(body("{flour}", 1, 1, 1), "pattern");
        refused(body("{floor}{n}", 1, 11, 12), "pattern");
        refused(body("{floor}{nn}", 2, 1, 1), "lastFloor");
        refused(body("{floor}{nn}", 1, 1, 0), "unitsPerFloor");
    }

    @Test
    void bulkNeedsAnElevatedAccessLevel() {
        estate.accountant()
                .post("/api/v1/properties/{id}/units/bulk", body("{floor}{nn}", 1, 1, 1), property)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void anotherFirmsPropertyTakesNoUnits() {
        http.as(TestCallers.admin(TestCallers.newFirm()))
                .post("/api/v1/properties/{id}/units/bulk", body("{floor}{nn}", 1, 1, 1), property)
                .expectStatus()
                .isNotFound();
    }

    private ResponseSpec create(Map<String, Object> body) {
        return elevated.post("/api/v1/properties/{id}/units/bulk", body, property);
    }

    private void refused(Map<String, Object> body, String field) {
        create(body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields).asInstanceOf(LIST).containsExactly(field));
    }

    private void numbersOf(UUID property, String... numbers) {
        elevated.get("/api/v1/properties/{id}/units", property)
                .expectBody()
                .jsonPath("$.items[*].number")
                .value(found -> assertThat(found).isEqualTo(List.of(numbers)));
    }

    private static Map<String, Object> body(String pattern, int firstFloor, int lastFloor, int unitsPerFloor) {
        var rent = Map.of("amount", "450.000", "currency", "KWD");
        return Map.of(
                "pattern", pattern,
                "firstFloor", firstFloor,
                "lastFloor", lastFloor,
                "unitsPerFloor", unitsPerFloor,
                "template", Map.of("type", "APARTMENT", "bedrooms", 2, "baseRent", rent));
    }
}
