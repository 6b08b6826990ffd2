package io.rems.ownership.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestEvents;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class CorrectingTest {

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    Estate estate;
    UUID property;
    UUID mona;
    UUID omar;
    UUID period;

    @BeforeEach
    void monaHoldsAThird() {
        estate = new Estate(http);
        property = estate.property("Z1");
        mona = estate.owner("Mona");
        omar = estate.owner("Omar");
        period = Identifiers.next();
        estate.give(property, period, mona, "1/3", "2020-01-01", "2024-01-01")
                .expectStatus()
                .isCreated();
    }

    @Test
    void correctionChangesEverythingOfAPeriodButItsId() {
        estate.correct(property, period, 1, right(omar, "2/3", "2019-06-01"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(period.toString());

        assertThat(estate.holders(property, "2019-06-01")).containsExactly("Omar 2/3", "FIRM_DEFAULT 1/3");
        assertThat(estate.holders(property, "2025-01-01")).containsExactly("Omar 2/3", "FIRM_DEFAULT 1/3");
        var event = events.await(
                found -> found.subject().equals(property) && found.aggregateVersion() == 2, "the correction");
        assertThat(event.data().get("reason").asString()).isEqualTo("PERIOD_CORRECTED");
        assertThat(event.data().get("statedReason").asString()).isEqualTo("The deed says so");
        assertThat(event.data().get("affected").get("from").asString()).isEqualTo("2019-06-01");
    }

    @Test
    void correctionIsRefusedWhereItWouldBeTooMuchAndChangesNothingThen() {
        estate.give(property, omar, "2/3", "2022-01-01", null).expectStatus().isCreated();

        estate.correct(property, period, 1, right(mona, "1/2", "2020-01-01"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("OWNERSHIP_EXCEEDED");

        assertThat(estate.holders(property, "2020-01-01")).containsExactly("Mona 1/3", "FIRM_DEFAULT 2/3");
    }

    @Test
    void correctionNamesTheVersionAndTheReason() {
        var unexplained = new HashMap<>(right(mona, "1/2", "2020-01-01"));
        unexplained.put("reason", " ");

        estate.correct(property, period, 7, right(mona, "1/2", "2020-01-01"))
                .expectStatus()
                .isEqualTo(412);
        estate.correct(property, period, 1, unexplained).expectStatus().isEqualTo(422);
        estate.correct(property, Identifiers.next(), 1, right(mona, "1/2", "2020-01-01"))
                .expectStatus()
                .isNotFound();
        estate.correct(property, period, 1, right(Identifiers.next(), "1/2", "2020-01-01"))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void annulledPeriodIsAsIfItHadNeverBeen() {
        estate.annul(property, period, 1).expectStatus().isNoContent();

        assertThat(estate.holders(property, "2020-01-01")).containsExactly("FIRM_DEFAULT 1/1");
        estate.accountant()
                .get("/api/v1/properties/{p}/ownership-periods/{id}", property, period)
                .expectStatus()
                .isNotFound();
        estate.annul(property, period, 1).expectStatus().isNotFound();
        var event = events.await(
                found -> found.subject().equals(property) && found.aggregateVersion() == 2, "the annulment");
        assertThat(event.data().get("reason").asString()).isEqualTo("PERIOD_ANNULLED");
        assertThat(event.data().get("periods").size()).isZero();
        assertThat(event.data()
                        .get("intervals")
                        .get(0)
                        .get("holders")
                        .get(0)
                        .get("share")
                        .asString())
                .isEqualTo("1/1");
    }

    @Test
    void anotherFirmCorrectsAndAnnulsNothing() {
        var stranger = new Estate(http);

        stranger.correct(property, period, 1, right(stranger.owner("Eve"), "1/2", "2020-01-01"))
                .expectStatus()
                .isNotFound();
        stranger.annul(property, period, 1).expectStatus().isNotFound();
        assertThat(estate.holders(property, "2020-01-01")).containsExactly("Mona 1/3", "FIRM_DEFAULT 2/3");
    }

    private static Map<String, Object> right(UUID owner, String share, String from) {
        return Map.of("ownerId", owner, "share", share, "from", from, "reason", "The deed says so");
    }
}
