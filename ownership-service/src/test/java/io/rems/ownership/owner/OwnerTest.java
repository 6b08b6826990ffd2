package io.rems.ownership.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class OwnerTest {

    private static final Map<String, String> CIVIL_ID = Map.of("type", "CIVIL_ID", "number", "284093007777");

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
    void registeredOwnerIsFoundAgainAndAnnouncedWithoutContacts() {
        var id = estate.owner("منى الصباح");

        estate.accountant()
                .get("/api/v1/owners/{id}", id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("منى الصباح");
        var event = events.await("rems.ownership.OwnerRegistered.v1", id);
        assertThat(event.firm()).isEqualTo(estate.firm());
        assertThat(event.data().propertyNames())
                .containsExactlyInAnyOrder(
                        "ownerId", "name", "otherName", "type", "status", "language", "reason", "snapshot");
        assertThat(event.data().path("snapshot").isNull()).isTrue();
    }

    @Test
    void sameIdTwiceIsADuplicate() {
        var id = estate.owner("Mona");

        estate.accountant()
                .post("/api/v1/owners", Map.of("id", id, "name", "Omar", "type", "COMPANY"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUPLICATE");
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        estate.accountant()
                .post("/api/v1/owners", Map.of("name", " ", "type", "COMPANY", "email", "nobody"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields).asInstanceOf(LIST).containsExactlyInAnyOrder("name", "email"));
    }

    @Test
    void ownersAreSearchedByName() {
        estate.owner("Mona");
        var omar = estate.owner("Omar");

        estate.accountant()
                .get("/api/v1/owners?q=oma")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(omar.toString());
    }

    @Test
    void anotherFirmsOwnerDoesNotExist() {
        var stranger = estate.owner("Mona");

        http.as(TestCallers.admin(TestCallers.newFirm()))
                .get("/api/v1/owners/{id}", stranger)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void ownersDoNotReadTheListOfOwners() {
        estate.asOwner(Identifiers.next()).get("/api/v1/owners").expectStatus().isForbidden();
    }

    @Test
    void numbersAreWholeToWhoWorksWithThemMaskedToOthersAndInNoEvent() {
        var id = registered(
                Map.of("identity", CIVIL_ID, "bankAccount", Map.of("iban", "KW81 CBKU 0000 0000 0000 1234 5601 01")));

        estate.accountant()
                .get("/api/v1/owners/{id}", id)
                .expectBody()
                .jsonPath("$.identity.number")
                .isEqualTo("284093007777")
                .jsonPath("$.identity.country")
                .isEqualTo("KW")
                .jsonPath("$.bankAccount.iban")
                .isEqualTo("KW81CBKU0000000000001234560101");
        for (var masked : List.of(
                TestCallers.viewer(estate.firm()),
                TestCallers.as(estate.firm(), Role.ACCOUNTANT, AccessLevel.RESTRICTED))) {
            estate.as(masked)
                    .get("/api/v1/owners?q=Mona")
                    .expectBody()
                    .jsonPath("$.items[0].identity.number")
                    .isEqualTo("********7777")
                    .jsonPath("$.items[0].bankAccount.iban")
                    .isEqualTo("KW81**********************0101");
        }
        assertThat(events.await("rems.ownership.OwnerRegistered.v1", id).data().toString())
                .doesNotContain("284093007777")
                .doesNotContain("KW81");
    }

    @Test
    void numbersThatCannotBeAreNamed() {
        refusedField(Map.of("identity", Map.of("type", "CIVIL_ID", "number", "287010012345")), "identity.number");
        refusedField(
                Map.of("identity", Map.of("type", "PASSPORT", "number", "P1", "country", "KW")), "identity.number");
        refusedField(Map.of("bankAccount", Map.of("iban", "KW81CBKU0000000000001234560102")), "bankAccount.iban");
        refusedField(Map.of("bankAccount", Map.of("iban", "KW81CBKU000000000000123456010")), "bankAccount.iban");
    }

    @Test
    void secondOwnerWithTheSameDocumentIsRefusedUnlessSomebodyInsists() {
        var first = registered(Map.of("identity", CIVIL_ID));

        post(Map.of("identity", Map.of("type", "CIVIL_ID", "number", "2840 9300 7777")))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.facts.field")
                .isEqualTo("identity")
                .jsonPath("$.facts.ownerId")
                .isEqualTo(first.toString());
        var second = registered(Map.of("identity", CIVIL_ID, "allowDuplicate", true));

        estate.accountant()
                .get("/api/v1/owners/duplicates")
                .expectBody()
                .jsonPath("$.items[0].reason")
                .isEqualTo("IDENTITY")
                .jsonPath("$.items[0].owners[*].id")
                .value(ids -> assertThat(ids)
                        .asInstanceOf(LIST)
                        .containsExactlyInAnyOrder(first.toString(), second.toString()));
        new Estate(http)
                .accountant()
                .get("/api/v1/owners/duplicates")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void ofManyWhoRegisterTheSameDocumentAtOnceOneSucceeds() {
        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> post(Map.of("identity", CIVIL_ID))
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .toList();

        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 409)
                .hasSize(7);
    }

    @Test
    void sharedEmailIsWorthAWordAndNamesThatDifferInWritingAreReported() {
        var first = registered(Map.of("name", "Élise al-Sabah", "email", "Family@rems.example"));

        post(Map.of("name", "AL SABAH, elise", "email", "family@rems.example"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.warnings[0].code")
                .isEqualTo("SAME_EMAIL")
                .jsonPath("$.warnings[0].ownerIds[0]")
                .isEqualTo(first.toString());
        estate.accountant()
                .get("/api/v1/owners/duplicates")
                .expectBody()
                .jsonPath("$.items[*].reason")
                .value(reasons -> assertThat(reasons).isEqualTo(List.of("EMAIL", "NAME")));
    }

    @Test
    void changeNamesTheVersionItWasDecidedOn() {
        var id = estate.owner("Mona");
        var changed = Map.of(
                "name",
                "Mona Saleh",
                "otherName",
                "منى صالح",
                "type",
                "INDIVIDUAL",
                "otherPhones",
                List.of("+965 1", "+965 2"));

        estate.accountant()
                .put("/api/v1/owners/{id}", 1, changed, id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.otherPhones[1]")
                .isEqualTo("+965 2");
        estate.accountant()
                .put("/api/v1/owners/{id}", 1, changed, id)
                .expectStatus()
                .isEqualTo(412);
        estate.accountant()
                .get("/api/v1/owners?q=صالح")
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(id.toString());
        assertThat(events.await("rems.ownership.OwnerChanged.v1", id)
                        .data()
                        .get("name")
                        .asString())
                .isEqualTo("Mona Saleh");
    }

    @Test
    void ownerWhoHoldsSharesIsNotArchived() {
        var id = estate.owner("Mona");
        var property = estate.property("Z1");
        estate.give(property, id, "1/3", "2020-01-01", null).expectStatus().isCreated();

        archive(id)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("OWNER_IN_USE")
                .jsonPath("$.facts.shares[0].code")
                .isEqualTo("Z1")
                .jsonPath("$.facts.shares[0].share.fraction")
                .isEqualTo("1/3");
    }

    @Test
    void archivedOwnerStaysAsHeIsUntilHeIsRestored() {
        var id = estate.owner("Mona");

        archive(id).expectStatus().isOk();

        archive(id).expectStatus().isEqualTo(409);
        estate.accountant()
                .put("/api/v1/owners/{id}", 2, Map.of("name", "Omar", "type", "INDIVIDUAL"), id)
                .expectStatus()
                .isEqualTo(409);
        estate.accountant()
                .get("/api/v1/owners?status=ACTIVE")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        estate.accountant()
                .post("/api/v1/owners/{id}/restoration", Map.of(), id)
                .expectStatus()
                .isOk();
        assertThat(events.await("rems.ownership.OwnerArchived.v1", id)
                        .data()
                        .get("reason")
                        .asString())
                .isEqualTo("gone");
        assertThat(events.await("rems.ownership.OwnerRestored.v1", id).aggregateVersion())
                .isEqualTo(3);
    }

    @Test
    void anotherFirmsOwnerIsNotChanged() {
        var id = estate.owner("Mona");
        var stranger = http.as(TestCallers.admin(TestCallers.newFirm()));

        stranger.put("/api/v1/owners/{id}", 1, Map.of("name", "Mine", "type", "COMPANY"), id)
                .expectStatus()
                .isNotFound();
        stranger.post("/api/v1/owners/{id}/archival", Map.of("reason", "mine"), id)
                .expectStatus()
                .isNotFound();
    }

    private ResponseSpec archive(UUID id) {
        return estate.accountant().post("/api/v1/owners/{id}/archival", Map.of("reason", "gone"), id);
    }

    private UUID registered(Map<String, Object> more) {
        var id = Identifiers.next();
        var body = new HashMap<String, Object>(more);
        body.put("id", id);
        post(body).expectStatus().isCreated();
        return id;
    }

    private ResponseSpec post(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("name", "Mona", "type", "INDIVIDUAL"));
        body.putAll(more);
        return estate.accountant().post("/api/v1/owners", body);
    }

    private void refusedField(Map<String, Object> more, String field) {
        post(more)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields).asInstanceOf(LIST).containsExactly(field));
    }
}
