package io.rems.ownership.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.LinkedHashMap;
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
    void propertyKeepsHowItWasBuiltAndBought() {
        var id = Identifiers.next();
        var body = new LinkedHashMap<>(Estate.property(id, "Z1", "Tower"));
        body.put("area", "1032.50");
        body.put("constructionYear", 1998);
        body.put("constructionCost", Map.of("amount", "900000.125", "currency", "KWD"));
        body.put("permitNumber", "PM/19821");
        body.put("purchasePrice", Map.of("amount", "1000000.000", "currency", "KWD"));
        body.put("purchaseDate", "2012-01-01");

        estate.accountant().post("/api/v1/properties", body).expectStatus().isCreated();

        estate.accountant()
                .get("/api/v1/properties/{id}", id)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ACTIVE")
                .jsonPath("$.constructionCost.amount")
                .isEqualTo("900000.125")
                .jsonPath("$.permitNumber")
                .isEqualTo("PM/19821")
                .jsonPath("$.purchaseDate")
                .isEqualTo("2012-01-01");
        var event = events.await("rems.ownership.PropertyRegistered.v1", id);
        assertThat(event.data().get("purchasePrice").get("amount").asString()).isEqualTo("1000000.000");
        assertThat(event.data().get("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void daysAndAmountsThatNoLedgerHoldsAreNamed() {
        var body = new LinkedHashMap<>(Estate.property(Identifiers.next(), "Z1", "Tower"));
        body.put("purchaseDate", "1899-12-31");
        refusedField(body, "purchaseDate");
        body.remove("purchaseDate");
        body.put("constructionCost", Map.of("amount", "-1.000", "currency", "KWD"));
        refusedField(body, "constructionCost");
    }

    @Test
    void listIsNarrowedByTypeStatusAndPlace() {
        estate.property("A");
        var archived = estate.property("B");
        estate.accountant()
                .post("/api/v1/properties/{id}/archival", Map.of("reason", "sold"), archived)
                .expectStatus()
                .isOk();
        estate.accountant()
                .post(
                        "/api/v1/properties",
                        Map.of(
                                "code",
                                "C",
                                "name",
                                "Land",
                                "type",
                                "LAND",
                                "location",
                                "Hawally",
                                "purchaseDate",
                                "2001-02-03"))
                .expectStatus()
                .isCreated();

        codes("?status=ACTIVE", "A", "C");
        codes("?status=ARCHIVED", "B");
        codes("?type=LAND", "C");
        codes("?location=salmiya", "A", "B");
        codes("?sort=-purchaseDate,code", "C", "A", "B");
        codes("?q=hawa", "C");
        estate.accountant().get("/api/v1/properties?type=CASTLE").expectStatus().isBadRequest();
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

    private void codes(String query, String... codes) {
        estate.accountant()
                .get("/api/v1/properties" + query)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].code")
                .value(found -> assertThat(found).isEqualTo(List.of(codes)));
    }

    private void refusedField(Map<String, Object> body, String field) {
        estate.accountant()
                .post("/api/v1/properties", body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
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
