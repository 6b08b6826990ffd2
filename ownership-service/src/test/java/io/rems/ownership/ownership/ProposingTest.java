package io.rems.ownership.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

@RemsTest
class ProposingTest {

    @Autowired
    RemsHttp http;

    Estate estate;
    UUID property;
    UUID mona;
    UUID omar;
    UUID period;

    @BeforeEach
    void monaHoldsHalfForAYear() {
        estate = new Estate(http);
        property = estate.property("Z1");
        mona = estate.owner("Mona");
        omar = estate.owner("Omar");
        period = Identifiers.next();
        estate.give(property, period, mona, "1/2", "2020-01-01", "2021-01-01")
                .expectStatus()
                .isCreated();
    }

    @Test
    void tableIsJudgedWithoutATrace() {
        validate(Estate.table("2020-07-01", null, mona, "1/3", omar, "1/3"))
                .jsonPath("$.valid")
                .isEqualTo(true)
                .jsonPath("$.remainder.length()")
                .isEqualTo(1)
                .jsonPath("$.remainder[0].from")
                .isEqualTo("2020-07-01")
                .jsonPath("$.remainder[0].remainder.fraction")
                .isEqualTo("1/3")
                .jsonPath("$.version")
                .isEqualTo(1);

        assertThat(estate.holders(property, "2020-07-01")).containsExactly("Mona 1/2", "FIRM_DEFAULT 1/2");
    }

    @Test
    void problemsAreNamedWhileTheTableIsBeingTyped() {
        validate(Estate.table("2020-07-01", null, mona, "2/3", omar, "1/", Identifiers.next(), "1/2", mona, "1/3"))
                .jsonPath("$.valid")
                .isEqualTo(false)
                .jsonPath("$.problems[*].field")
                .value(fields -> assertThat(fields)
                        .asInstanceOf(LIST)
                        .containsExactly("shares[1].share", "shares[3].ownerId", "shares[2].ownerId"))
                .jsonPath("$.remainder[0].remainder.fraction")
                .isEqualTo("1/3");
        validate(Map.of("from", "2020-07-01", "shares", List.of(Map.of())))
                .jsonPath("$.problems[*].code")
                .value(codes -> assertThat(codes).asInstanceOf(LIST).containsExactly("REQUIRED", "REQUIRED"));
    }

    @Test
    void tooMuchIsToldWithItsExcess() {
        validate(Estate.table("2020-07-01", null, mona, "2/3", omar, "1/2"))
                .jsonPath("$.problems[0].code")
                .isEqualTo("OWNERSHIP_EXCEEDED")
                .jsonPath("$.problems[0].facts.excess")
                .isEqualTo("1/6")
                .jsonPath("$.remainder[0].excess.fraction")
                .isEqualTo("1/6")
                .jsonPath("$.remainder[0].remainder.fraction")
                .isEqualTo("0/1");
    }

    @Test
    void onePeriodIsJudgedBesideWhatOthersHold() {
        var addition = new HashMap<>(Estate.table("2020-07-01", "2022-01-01", omar, "3/4"));
        addition.put("addition", true);

        validate(addition)
                .jsonPath("$.valid")
                .isEqualTo(false)
                .jsonPath("$.remainder[0].excess.fraction")
                .isEqualTo("1/4")
                .jsonPath("$.remainder[1].from")
                .isEqualTo("2021-01-01")
                .jsonPath("$.remainder[1].remainder.fraction")
                .isEqualTo("1/4")
                .jsonPath("$.remainder[1].to")
                .isEqualTo("2022-01-01");

        addition.put("replaces", period);
        validate(addition).jsonPath("$.valid").isEqualTo(true);
    }

    @Test
    void remainderIsToldForEachInterval() {
        estate.give(property, omar, "1/3", "2020-07-01", "2021-01-01")
                .expectStatus()
                .isCreated();
        estate.give(property, omar, "5/6", "2021-01-01", "2022-01-01")
                .expectStatus()
                .isCreated();

        estate.accountant()
                .get("/api/v1/properties/{id}/ownership/remainder?from=2019-01-01&to=2023-01-01", property)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].from")
                .value(days ->
                        assertThat(days).isEqualTo(List.of("2019-01-01", "2020-01-01", "2020-07-01", "2022-01-01")))
                .jsonPath("$.items[*].remainder.fraction")
                .value(left -> assertThat(left).isEqualTo(List.of("1/1", "1/2", "1/6", "1/1")))
                .jsonPath("$.items[3].to")
                .isEqualTo("2023-01-01");
        estate.accountant()
                .get("/api/v1/properties/{id}/ownership/remainder?from=2019-01-01&to=2019-01-01", property)
                .expectStatus()
                .isEqualTo(422);
        estate.asOwner(mona)
                .get("/api/v1/properties/{id}/ownership/remainder", property)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void anotherFirmIsToldNothing() {
        var stranger = new Estate(http).accountant();

        stranger.post(
                        "/api/v1/properties/{id}/ownership/validate",
                        Estate.table("2020-01-01", null, mona, "1/2"),
                        property)
                .expectStatus()
                .isNotFound();
        stranger.get("/api/v1/properties/{id}/ownership/remainder", property)
                .expectStatus()
                .isNotFound();
    }

    private BodyContentSpec validate(Map<String, ?> proposed) {
        return estate.accountant()
                .post("/api/v1/properties/{id}/ownership/validate", proposed, property)
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
