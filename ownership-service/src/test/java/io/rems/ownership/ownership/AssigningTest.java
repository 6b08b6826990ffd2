package io.rems.ownership.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

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
class AssigningTest {

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    Estate estate;
    UUID property;
    UUID mona;
    UUID omar;
    UUID sara;

    @BeforeEach
    void threeOwners() {
        estate = new Estate(http);
        property = estate.property("Z1");
        mona = estate.owner("Mona");
        omar = estate.owner("Omar");
        sara = estate.owner("Sara");
    }

    @Test
    void wholeTableIsAssignedAtOnce() {
        estate.assign(property, 0, "2020-01-01", null, mona, "1/3", omar, "8 qirat", sara, "1/3")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.complete")
                .isEqualTo(true)
                .jsonPath("$.holders.length()")
                .isEqualTo(3);

        var event = events.await("rems.ownership.OwnershipChanged.v1", property);
        assertThat(event.data().get("reason").asString()).isEqualTo("TABLE_ASSIGNED");
        assertThat(event.data().get("statedReason").asString()).isEqualTo("As agreed");
        assertThat(event.data().get("periods").size()).isEqualTo(3);
    }

    @Test
    void tableReplacesWhoHoldsFromItsDayOnAndKeepsWhoHoldsAsMuch() {
        var kept = Identifiers.next();
        estate.give(property, kept, mona, "1/2", "2020-01-01", null)
                .expectStatus()
                .isCreated();
        estate.give(property, omar, "1/2", "2020-01-01", null).expectStatus().isCreated();

        estate.assign(property, 2, "2022-07-01", null, mona, "50%", sara, "1/4")
                .expectStatus()
                .isOk();

        assertThat(estate.holders(property, "2022-06-30")).containsExactlyInAnyOrder("Mona 1/2", "Omar 1/2");
        assertThat(estate.holders(property, "2022-07-01"))
                .containsExactlyInAnyOrder("Mona 1/2", "Sara 1/4", "FIRM_DEFAULT 1/4");
        estate.accountant()
                .get("/api/v1/properties/{p}/ownership-periods/{id}", property, kept)
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
    }

    @Test
    void tableForSomeDaysLeavesTheDaysBeforeAndAfterAsTheyAre() {
        estate.give(property, mona, "1/1", "2020-01-01", null).expectStatus().isCreated();

        estate.assign(property, 1, "2021-01-01", "2022-01-01", omar, "1/3", sara, "2/3")
                .expectStatus()
                .isOk();

        assertThat(estate.holders(property, "2020-12-31")).containsExactly("Mona 1/1");
        assertThat(estate.holders(property, "2021-12-31")).containsExactlyInAnyOrder("Omar 1/3", "Sara 2/3");
        assertThat(estate.holders(property, "2022-01-01")).containsExactly("Mona 1/1");
    }

    @Test
    void emptyTableLeavesAllToTheFirm() {
        estate.assign(property, 0, "2020-01-01", null, mona, "1/1")
                .expectStatus()
                .isOk();

        estate.assign(property, 1, "2021-01-01", null).expectStatus().isOk();

        assertThat(estate.holders(property, "2020-12-31")).containsExactly("Mona 1/1");
        assertThat(estate.holders(property, "2021-01-01")).containsExactly("FIRM_DEFAULT 1/1");
    }

    @Test
    void sameTableAgainChangesNothing() {
        estate.assign(property, 0, "2020-01-01", null, mona, "1/3")
                .expectStatus()
                .isOk();

        estate.assign(property, 1, "2020-06-01", null, mona, "1/3")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
    }

    @Test
    void tableIsAssignedOnWhatItsAuthorHasRead() {
        estate.give(property, mona, "1/2", "2020-01-01", null).expectStatus().isCreated();

        estate.assign(property, 0, "2022-01-01", null, omar, "1/1")
                .expectStatus()
                .isEqualTo(412);
        estate.accountant()
                .send(
                        HttpMethod.PUT,
                        "/api/v1/properties/{id}/ownership",
                        Estate.table("2022-01-01", null, omar, "1/1"),
                        Map.of(),
                        property)
                .expectStatus()
                .isEqualTo(428);
        assertThat(estate.holders(property, "2022-01-01")).containsExactly("Mona 1/2", "FIRM_DEFAULT 1/2");
    }

    @Test
    void everyLineThatIsWrongIsListed() {
        var stranger = new Estate(http).owner("Eve");

        estate.assign(property, 0, "2020-01-01", null, mona, "1/3", mona, "1/3", omar, "0", sara, "7/6")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields)
                        .asInstanceOf(LIST)
                        .containsExactly("shares[1].ownerId", "shares[2].share", "shares[3].share"));
        estate.assign(property, 0, "2020-01-01", null, mona, "1/3", stranger, "1/3")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields).asInstanceOf(LIST).containsExactly("shares[1].ownerId"));
        estate.assign(property, 0, "2020-01-01", "2020-01-01", mona, "1/3")
                .expectStatus()
                .isEqualTo(422);
        estate.assign(property, 0, "1899-12-31", null, mona, "1/3")
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void tableAboveTheWholeIsRefusedWithDaysExcessAndHolders() {
        estate.assign(property, 0, "2020-01-01", null, mona, "1/3", omar, "1/3", sara, "33.333334")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("OWNERSHIP_EXCEEDED")
                .jsonPath("$.facts.excess")
                .isEqualTo("1/150000000")
                .jsonPath("$.facts.holders.length()")
                .isEqualTo(3);
        assertThat(estate.holders(property, "2020-01-01")).containsExactly("FIRM_DEFAULT 1/1");
    }

    @Test
    void onePrimaryContactADay() {
        var lines = List.of(
                Map.of("ownerId", mona, "share", "1/3", "primaryContact", true),
                Map.of("ownerId", omar, "share", "1/3", "primaryContact", true));

        estate.accountant()
                .put(
                        "/api/v1/properties/{id}/ownership",
                        0,
                        Map.of("from", "2020-01-01", "reason", "Sale", "shares", lines),
                        property)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PRIMARY_CONTACT_TAKEN");
    }

    @Test
    void contactOfTheTableIsTheOnlyOneAndElseItStaysWhoItWas() {
        contact(0, "2020-01-01", mona);
        estate.assign(property, 1, "2021-01-01", null, mona, "1/4", omar, "1/4")
                .expectStatus()
                .isOk();
        assertThat(contactOn("2021-01-01")).isEqualTo(mona.toString());

        contact(2, "2022-01-01", omar);
        assertThat(contactOn("2021-12-31")).isEqualTo(mona.toString());
        assertThat(contactOn("2022-01-01")).isEqualTo(omar.toString());
    }

    @Test
    void viewersOwnersAndOtherFirmsAssignNothing() {
        var table = Estate.table("2020-01-01", null, mona, "1/1");

        estate.as(TestCallers.viewer(estate.firm()))
                .put("/api/v1/properties/{id}/ownership", 0, table, property)
                .expectStatus()
                .isForbidden();
        estate.asOwner(mona)
                .put("/api/v1/properties/{id}/ownership", 0, table, property)
                .expectStatus()
                .isForbidden();
        new Estate(http)
                .accountant()
                .put("/api/v1/properties/{id}/ownership", 0, table, property)
                .expectStatus()
                .isNotFound();
    }

    private void contact(long version, String from, UUID owner) {
        var other = owner.equals(mona) ? omar : mona;
        var lines = List.of(
                Map.of("ownerId", owner, "share", "1/3", "primaryContact", true),
                Map.of("ownerId", other, "share", "1/3"));
        estate.accountant()
                .put(
                        "/api/v1/properties/{id}/ownership",
                        version,
                        Map.of("from", from, "reason", "Agreed", "shares", lines),
                        property)
                .expectStatus()
                .isOk();
    }

    private String contactOn(String day) {
        var contact = new String[1];
        estate.accountant()
                .get("/api/v1/properties/{id}/ownership?asOf={day}", property, day)
                .expectBody()
                .jsonPath("$.holders[?(@.primaryContact == true)].ownerId")
                .value(ids -> contact[0] = (String) ((List<?>) ids).getFirst());
        return contact[0];
    }
}
