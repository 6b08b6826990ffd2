package io.rems.ownership.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class OwnerTest {

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
        assertThat(event.data().propertyNames()).containsExactlyInAnyOrder("ownerId", "name", "type");
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
}
