package io.rems.ownership.property;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.http.HttpMethod;

@RemsTest
class PropertyTest {

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    Estate estate;

    @BeforeEach
    void anotherFirm() {
        estate = new Estate(http);
    }

    @Test
    void addedPropertyIsAnnounced() {
        var id = estate.property("Z1");

        var event = events.await("rems.ownership.PropertyRegistered.v1", id);

        assertThat(event.aggregateVersion()).isEqualTo(1);
        assertThat(event.data().get("code").asString()).isEqualTo("Z1");
        assertThat(event.data().get("location").asString()).isEqualTo("Salmiya");
    }

    @Test
    void changeNamesTheVersionItWasDecidedOn() {
        var id = estate.property("Z1");
        var renamed = Estate.property(id, "Z1", "Richardson Tower");

        estate.accountant()
                .put("/api/v1/properties/{id}", 1, renamed, id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        estate.accountant()
                .put("/api/v1/properties/{id}", 1, renamed, id)
                .expectStatus()
                .isEqualTo(412);
        estate.accountant()
                .send(HttpMethod.PUT, "/api/v1/properties/{id}", renamed, Map.of(), id)
                .expectStatus()
                .isEqualTo(428);

        var event = events.await("rems.ownership.PropertyChanged.v1", id);
        assertThat(event.aggregateVersion()).isEqualTo(2);
        assertThat(event.data().get("name").asString()).isEqualTo("Richardson Tower");
    }

    @Test
    void codeIsUniqueInTheFirmAndOnlyThere() {
        estate.property("Z1");

        estate.accountant()
                .post("/api/v1/properties", Estate.property(Identifiers.next(), "Z1", "Another"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUPLICATE")
                .jsonPath("$.facts.field")
                .isEqualTo("code");
        new Estate(http).property("Z1");
    }

    @Test
    void unitsAreListedByNumberWithinTheirProperty() {
        var property = estate.property("Z1");
        var second = unit(property, "102");
        var first = unit(property, "101");
        unit(estate.property("Z2"), "101");

        estate.accountant()
                .get("/api/v1/properties/{id}/units?count=true", property)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].id")
                .value(ids -> assertThat(ids).isEqualTo(List.of(first.toString(), second.toString())))
                .jsonPath("$.total")
                .isEqualTo(2);
        estate.accountant()
                .get("/api/v1/units/{id}", first)
                .expectBody()
                .jsonPath("$.baseRent.amount")
                .isEqualTo("450.000");
        var event = events.await("rems.ownership.UnitRegistered.v1", first);
        assertThat(event.data().get("propertyId").asString()).isEqualTo(property.toString());
    }

    @Test
    void numberIsUniqueInTheProperty() {
        var property = estate.property("Z1");
        unit(property, "101");

        estate.accountant()
                .post("/api/v1/properties/{id}/units", Map.of("number", "101", "type", "SHOP"), property)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.facts.field")
                .isEqualTo("number");
    }

    @Test
    void pagesFollowEachOther() {
        List.of("C", "A", "B").forEach(estate::property);

        var next = new String[1];
        estate.accountant()
                .get("/api/v1/properties?limit=2")
                .expectBody()
                .jsonPath("$.items[*].code")
                .value(codes -> assertThat(codes).isEqualTo(List.of("A", "B")))
                .jsonPath("$.next")
                .value(cursor -> next[0] = (String) cursor);
        estate.accountant()
                .get("/api/v1/properties?limit=2&cursor={next}", next[0])
                .expectBody()
                .jsonPath("$.items[*].code")
                .value(codes -> assertThat(codes).isEqualTo(List.of("C")));
    }

    @Test
    void anotherFirmsPropertyAndUnitDoNotExist() {
        var property = estate.property("Z1");
        var unit = unit(property, "101");
        var stranger = http.as(TestCallers.admin(TestCallers.newFirm()));

        stranger.get("/api/v1/properties/{id}", property).expectStatus().isNotFound();
        stranger.get("/api/v1/properties/{id}/units", property).expectStatus().isNotFound();
        stranger.get("/api/v1/units/{id}", unit).expectStatus().isNotFound();
        stranger.put("/api/v1/properties/{id}", 1, Estate.property(property, "Z1", "Mine"), property)
                .expectStatus()
                .isNotFound();
        stranger.post("/api/v1/properties/{id}/units", Map.of("number", "1", "type", "SHOP"), property)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void viewersAndOwnersChangeNothing() {
        var property = Estate.property(Identifiers.next(), "Z1", "Tower");

        estate.as(TestCallers.viewer(estate.firm()))
                .post("/api/v1/properties", property)
                .expectStatus()
                .isForbidden();
        estate.asOwner(Identifiers.next())
                .post("/api/v1/properties", property)
                .expectStatus()
                .isForbidden();
    }

    private UUID unit(UUID property, String number) {
        var id = Identifiers.next();
        var rent = Map.of("amount", "450.000", "currency", "KWD");
        estate.accountant()
                .post(
                        "/api/v1/properties/{id}/units",
                        Map.of("id", id, "number", number, "type", "APARTMENT", "bedrooms", 2, "baseRent", rent),
                        property)
                .expectStatus()
                .isCreated();
        return id;
    }
}
