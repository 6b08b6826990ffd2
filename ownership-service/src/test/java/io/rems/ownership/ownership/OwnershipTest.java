package io.rems.ownership.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class OwnershipTest {

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    Estate estate;
    UUID property;

    @BeforeEach
    void anotherFirm() {
        estate = new Estate(http);
        property = estate.property("Z1");
    }

    @Test
    void newPropertyIsWhollyTheFirms() {
        estate.accountant()
                .get("/api/v1/properties/{id}/ownership", property)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.complete")
                .isEqualTo(false)
                .jsonPath("$.holders.length()")
                .isEqualTo(1)
                .jsonPath("$.holders[0].type")
                .isEqualTo("FIRM_DEFAULT")
                .jsonPath("$.holders[0].share.fraction")
                .isEqualTo("1/1");
    }

    @Test
    void holdersOfAnyDayAreToldWithTheFirmsPart() {
        var mona = estate.owner("Mona");
        estate.give(property, mona, "1/3", "2020-01-01", null).expectStatus().isCreated();
        estate.give(property, estate.owner("Omar"), "1/6", "2021-01-01", "2022-01-01")
                .expectStatus()
                .isCreated();

        assertThat(holders("2019-12-31")).containsExactly("FIRM_DEFAULT 1/1");
        assertThat(holders("2020-12-31")).containsExactly("Mona 1/3", "FIRM_DEFAULT 2/3");
        assertThat(holders("2021-12-31")).containsExactly("Mona 1/3", "Omar 1/6", "FIRM_DEFAULT 1/2");
        assertThat(holders("2022-01-01")).containsExactly("Mona 1/3", "FIRM_DEFAULT 2/3");
    }

    @Test
    void threeThirdsAreTheWholeAndNothingMoreIsGiven() {
        for (var name : List.of("Mona", "Omar", "Sara")) {
            estate.give(property, estate.owner(name), "1/3", "2020-01-01", null)
                    .expectStatus()
                    .isCreated();
        }

        estate.accountant()
                .get("/api/v1/properties/{id}/ownership", property)
                .expectBody()
                .jsonPath("$.complete")
                .isEqualTo(true)
                .jsonPath("$.holders[0].share.percent")
                .isEqualTo("33.333333");
        estate.give(property, estate.owner("Zaid"), "0.000001%", "2019-01-01", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("OWNERSHIP_EXCEEDED")
                .jsonPath("$.facts.excess")
                .isEqualTo("1/100000000")
                .jsonPath("$.facts.days[0].from")
                .isEqualTo("2020-01-01")
                .jsonPath("$.facts.holders[*].name")
                .value(names ->
                        assertThat(names).asInstanceOf(LIST).containsExactlyInAnyOrder("Mona", "Omar", "Sara", "Zaid"));
    }

    @Test
    void changeTellsTheWholeTableAndWhoHoldsItToday() {
        var mona = estate.owner("Mona");
        var period = Identifiers.next();
        estate.give(property, period, mona, "25", "2020-01-01", null)
                .expectStatus()
                .isCreated();

        var event = events.await("rems.ownership.OwnershipChanged.v1", property);

        assertThat(event.aggregateVersion()).isEqualTo(1);
        assertThat(event.data().get("reason").asString()).isEqualTo("PERIOD_ADDED");
        assertThat(event.data().get("periods").get(0).get("periodId").asString())
                .isEqualTo(period.toString());
        assertThat(event.data().get("periods").get(0).get("share").asString()).isEqualTo("1/4");
        assertThat(event.data().get("holdersToday").get(0).get("ownerId").asString())
                .isEqualTo(mona.toString());
        assertThat(event.data().get("holdersToday").get(1).get("type").asString())
                .isEqualTo("FIRM_DEFAULT");
        assertThat(event.data().get("holdersToday").get(1).get("share").asString())
                .isEqualTo("3/4");
        assertThat(event.data().get("affected").get("from").asString()).isEqualTo("2020-01-01");
        var intervals = event.data().get("intervals");
        assertThat(intervals.size()).isEqualTo(2);
        assertThat(intervals.get(0).get("holders").get(0).get("share").asString())
                .isEqualTo("1/1");
        assertThat(intervals.get(1).get("from").asString()).isEqualTo("2020-01-01");
        assertThat(intervals.get(1).get("holders").get(0).get("name").asString())
                .isEqualTo("Mona");
        assertThat(intervals.get(1).get("holders").get(1).get("type").asString())
                .isEqualTo("FIRM_DEFAULT");
    }

    @Test
    void endedPeriodMakesRoomForTheNextOwner() {
        var period = Identifiers.next();
        estate.give(property, period, estate.owner("Mona"), "100", "2020-01-01", null)
                .expectStatus()
                .isCreated();

        estate.end(property, period, 1, "2022-07-01")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.to")
                .isEqualTo("2022-07-01");
        estate.end(property, period, 1, "2022-08-01").expectStatus().isEqualTo(412);
        estate.give(property, estate.owner("Omar"), "100", "2022-07-01", null)
                .expectStatus()
                .isCreated();

        assertThat(holders("2022-06-30")).containsExactly("Mona 1/1");
        assertThat(holders("2022-07-01")).containsExactly("Omar 1/1");
        var last = events.await(
                event -> event.subject().equals(property) && event.aggregateVersion() == 3, "third ownership change");
        assertThat(last.data().get("periods").size()).isEqualTo(2);
    }

    @Test
    void periodIsNotEndedBeforeItBegins() {
        var period = Identifiers.next();
        estate.give(property, period, estate.owner("Mona"), "100", "2020-01-01", null);

        estate.end(property, period, 1, "2020-01-01")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PERIOD_NOT_BEGUN");
    }

    @Test
    void whatIsMalformedIsNamed() {
        var mona = estate.owner("Mona");

        assertField(estate.give(property, mona, "a third", "2020-01-01", null), "share");
        for (var share : List.of(
                "5/4",
                "0",
                "0%",
                "0/7",
                "-1/3",
                "1/-3",
                "-1/-3",
                "1/0",
                "7".repeat(39) + "1/" + "8".repeat(40),
                "100.000001",
                "1/1000000001",
                "1/" + "7".repeat(40))) {
            assertField(estate.give(property, mona, share, "2020-01-01", null), "share");
        }
        assertField(estate.give(property, mona, "1/4", "2020-01-01", "2020-01-01"), "to");
        assertField(estate.give(property, mona, "1/4", "2020-01-01", "2019-12-31"), "to");
        assertField(estate.give(property, mona, "1/4", "1899-12-31", null), "from");
        assertField(estate.give(property, Identifiers.next(), "1/4", "2020-01-01", null), "ownerId");
        assertField(estate.give(property, mona, "1/4", "+99999999-01-01", null), "from");
        assertField(estate.accountant().get("/api/v1/properties/{id}/ownership?asOf=-0001-01-01", property), "asOf");
        assertField(
                estate.accountant()
                        .post(
                                "/api/v1/properties/{id}/ownership-periods",
                                Map.of("ownerId", mona, "share", "1/4"),
                                property),
                "from");
        estate.accountant()
                .get("/api/v1/properties/{id}/ownership?asOf=yesterday", property)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void tooFineAShareIsToldHowFineItMayBe() {
        estate.give(property, estate.owner("Mona"), "1/" + "7".repeat(40), "2020-01-01", null)
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("A share is divided into at most 1000000000 parts");
    }

    @Test
    void leapDaysAreDaysWhereTheyExist() {
        var mona = estate.owner("Mona");
        estate.give(property, mona, "8 qirat 12 sahm", "2024-02-29", "2024-03-01")
                .expectStatus()
                .isCreated();

        assertThat(holders("2024-02-28")).containsExactly("FIRM_DEFAULT 1/1");
        assertThat(holders("2024-02-29")).containsExactly("Mona 17/48", "FIRM_DEFAULT 31/48");
        assertThat(holders("2024-03-01")).containsExactly("FIRM_DEFAULT 1/1");
        estate.give(property, mona, "1/4", "2025-02-29", null).expectStatus().isBadRequest();
    }

    @Test
    void periodIsKeptAsItWasAsked() {
        var company = Identifiers.next();
        estate.accountant()
                .post("/api/v1/owners", Map.of("id", company, "name", "Gulf Holding", "type", "COMPANY"))
                .expectStatus()
                .isCreated();
        var asked = Map.of(
                "ownerId",
                company,
                "share",
                "12.5%",
                "from",
                "2020-01-01",
                "primaryContact",
                true,
                "note",
                "By will",
                "managementFeePercent",
                5.25);

        var location = estate.accountant()
                .post("/api/v1/properties/{id}/ownership-periods", asked, property)
                .expectStatus()
                .isCreated()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation();

        estate.accountant()
                .get(String.valueOf(location))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.share.fraction")
                .isEqualTo("1/8")
                .jsonPath("$.type")
                .isEqualTo("CORPORATE")
                .jsonPath("$.acquisition")
                .isEqualTo("OTHER")
                .jsonPath("$.managementFeePercent")
                .isEqualTo(5.25)
                .jsonPath("$.primaryContact")
                .isEqualTo(true);
    }

    @Test
    void samePeriodTwiceIsADuplicate() {
        var period = Identifiers.next();
        var mona = estate.owner("Mona");
        estate.give(property, period, mona, "1/4", "2020-01-01", null)
                .expectStatus()
                .isCreated();

        estate.give(property, period, mona, "1/4", "2020-01-01", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUPLICATE");
    }

    @Test
    void portfolioTellsWhatAnOwnerHoldsOnADay() {
        var mona = estate.owner("Mona");
        var other = estate.property("Z2");
        estate.give(property, mona, "1/3", "2020-01-01", null).expectStatus().isCreated();
        estate.give(property, mona, "1/6", "2020-01-01", null).expectStatus().isCreated();
        estate.give(other, mona, "100", "2021-01-01", null).expectStatus().isCreated();

        estate.accountant()
                .get("/api/v1/owners/{id}/portfolio", mona)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.whole")
                .isEqualTo(1)
                .jsonPath("$.partial")
                .isEqualTo(1)
                .jsonPath("$.properties[0].share.fraction")
                .isEqualTo("1/2");
        estate.accountant()
                .get("/api/v1/owners/{id}/portfolio?asOf=2020-06-01", mona)
                .expectBody()
                .jsonPath("$.properties[*].code")
                .value(codes -> assertThat(codes).isEqualTo(List.of("Z1")));
    }

    @Test
    void todayBeginsWhereTheFirmIs() {
        for (var zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
            events.publish(
                    "firm",
                    "rems.firm.FirmCreated.v1",
                    estate.firm(),
                    estate.firm().value(),
                    1,
                    Map.of("firmId", estate.firm().value(), "name", "Atoll", "timeZone", zone));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> estate.accountant()
                            .get("/api/v1/properties/{id}/ownership", property)
                            .expectBody()
                            .jsonPath("$.asOf")
                            .isEqualTo(LocalDate.now(ZoneId.of(zone)).toString()));
        }
    }

    @Test
    void anotherFirmSeesAndChangesNothing() {
        var period = Identifiers.next();
        var mona = estate.owner("Mona");
        estate.give(property, period, mona, "1/4", "2020-01-01", null);
        var stranger = new Estate(http);

        stranger.accountant()
                .get("/api/v1/properties/{id}/ownership", property)
                .expectStatus()
                .isNotFound();
        stranger.accountant()
                .get("/api/v1/properties/{id}/ownership-periods", property)
                .expectStatus()
                .isNotFound();
        stranger.accountant()
                .get("/api/v1/properties/{id}/ownership-periods/{period}", property, period)
                .expectStatus()
                .isNotFound();
        stranger.accountant()
                .get("/api/v1/owners/{id}/portfolio", mona)
                .expectStatus()
                .isNotFound();
        stranger.give(property, stranger.owner("Eve"), "1/4", "2020-01-01", null)
                .expectStatus()
                .isNotFound();
        stranger.end(property, period, 1, "2021-01-01").expectStatus().isNotFound();
        assertField(stranger.give(stranger.property("Z9"), mona, "1/4", "2020-01-01", null), "ownerId");
    }

    @Test
    void viewersReadAndDoNotGive() {
        var viewer = estate.as(TestCallers.viewer(estate.firm()));
        var body = Map.of("ownerId", estate.owner("Mona"), "share", "1/4", "from", "2020-01-01");

        viewer.get("/api/v1/properties/{id}/ownership", property).expectStatus().isOk();
        viewer.post("/api/v1/properties/{id}/ownership-periods", body, property)
                .expectStatus()
                .isForbidden();
    }

    private List<String> holders(String day) {
        return estate.holders(property, day);
    }

    private static void assertField(ResponseSpec answer, String field) {
        answer.expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }
}
