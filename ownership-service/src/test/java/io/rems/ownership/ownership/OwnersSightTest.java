package io.rems.ownership.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class OwnersSightTest {

    @Autowired
    RemsHttp http;

    Estate estate;
    UUID property;
    UUID mona;
    RemsHttp.AsCaller asMona;

    @BeforeEach
    void monaSharesATowerWithOmarWhoHeldItAlone() {
        estate = new Estate(http);
        property = estate.property("Z1");
        mona = estate.owner("Mona");
        asMona = estate.asOwner(mona);
        var omar = estate.owner("Omar");
        estate.give(property, omar, "100", "2010-01-01", "2020-01-01")
                .expectStatus()
                .isCreated();
        estate.give(property, omar, "1/2", "2020-01-01", null).expectStatus().isCreated();
        estate.give(property, mona, "1/2", "2020-01-01", null).expectStatus().isCreated();
    }

    @Test
    void ownerSeesWhatSheHoldsAndNothingElse() {
        var other = estate.property("Z2");
        estate.accountant()
                .post("/api/v1/properties/{id}/units", Map.of("number", "1", "type", "SHOP"), other)
                .expectStatus()
                .isCreated();

        asMona.get("/api/v1/properties")
                .expectBody()
                .jsonPath("$.items[*].code")
                .value(codes -> assertThat(codes).isEqualTo(List.of("Z1")));
        asMona.get("/api/v1/units").expectBody().jsonPath("$.items.length()").isEqualTo(0);
        asMona.get("/api/v1/properties/{id}", property).expectStatus().isOk();
        asMona.get("/api/v1/properties/{id}", other).expectStatus().isNotFound();
        asMona.get("/api/v1/properties/{id}/units", other).expectStatus().isNotFound();
        asMona.get("/api/v1/properties/{id}/ownership", other).expectStatus().isNotFound();
        asMona.get("/api/v1/properties/{id}/ownership-periods", other)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void ownerSeesCoOwnersFromTheStartOfHerOwnership() {
        asMona.get("/api/v1/properties/{id}/ownership", property)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.holders[*].name")
                .value(names -> assertThat(names).asInstanceOf(LIST).containsExactlyInAnyOrder("Mona", "Omar"));
        asMona.get("/api/v1/properties/{id}/ownership?asOf=2020-01-01", property)
                .expectStatus()
                .isOk();
        asMona.get("/api/v1/properties/{id}/ownership?asOf=2019-12-31", property)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void contactsOfCoOwnersAreNotTold() {
        asMona.get("/api/v1/properties/{id}/ownership", property)
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain("5550"));
        asMona.get("/api/v1/properties/{id}/ownership-periods", property)
                .expectBody()
                .jsonPath("$.items[*].ownerName")
                .value(names -> assertThat(names).isEqualTo(List.of("Mona")));
    }

    @Test
    void ownerReadsHerOwnPortfolioOnly() {
        var omar = estate.owner("Another Omar");

        asMona.get("/api/v1/owners/{id}/portfolio", mona)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.properties[0].share.fraction")
                .isEqualTo("1/2");
        asMona.get("/api/v1/owners/{id}/portfolio", omar).expectStatus().isNotFound();
    }

    @Test
    void formerOwnerSeesThePropertyNoMore() {
        var period = Identifiers.next();
        var sara = estate.owner("Sara");
        var sold = estate.property("Z3");
        estate.give(sold, period, sara, "100", "2020-01-01", "2022-01-01")
                .expectStatus()
                .isCreated();
        var asSara = estate.asOwner(sara);

        asSara.get("/api/v1/properties/{id}", sold).expectStatus().isNotFound();
        asSara.get("/api/v1/properties/{id}/ownership", sold).expectStatus().isNotFound();
        asSara.get("/api/v1/properties/{id}/ownership?asOf=2021-12-31", sold)
                .expectStatus()
                .isOk();
    }

    @Test
    void futureOwnerSeesThePropertyNotYet() {
        var sara = estate.owner("Sara");
        var bought = estate.property("Z3");
        estate.give(bought, sara, "100", "2099-01-01", null).expectStatus().isCreated();
        var asSara = estate.asOwner(sara);

        asSara.get("/api/v1/properties/{id}", bought).expectStatus().isNotFound();
        asSara.get("/api/v1/properties/{id}/ownership?asOf=2099-01-01", bought)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void userLinkedToNoOwnerSeesNothing() {
        var nobody = estate.as(TestCallers.as(estate.firm(), Role.OWNER, AccessLevel.STANDARD));

        nobody.get("/api/v1/properties")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        nobody.get("/api/v1/owners/{id}/portfolio", mona).expectStatus().isNotFound();
    }
}
