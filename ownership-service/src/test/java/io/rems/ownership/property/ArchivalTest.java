package io.rems.ownership.property;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RemsTest
class ArchivalTest {

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    Estate estate;
    UUID property;

    @BeforeEach
    void aTower() {
        estate = new Estate(http);
        property = estate.property("Z1");
    }

    @Test
    void archivedPropertyStaysReadableAndTakesNothingNew() {
        archive()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ARCHIVED");

        estate.accountant()
                .get("/api/v1/properties/{id}", property)
                .expectStatus()
                .isOk();
        refused(
                estate.accountant()
                        .post("/api/v1/properties/{id}/units", Map.of("number", "1", "type", "SHOP"), property),
                "PROPERTY_ARCHIVED");
        refused(
                estate.accountant()
                        .post(
                                "/api/v1/properties/{id}/valuations",
                                Map.of(
                                        "valuedOn",
                                        "2024-01-01",
                                        "amount",
                                        Map.of("amount", "1.000", "currency", "KWD"),
                                        "method",
                                        "COST"),
                                property),
                "PROPERTY_ARCHIVED");
        refused(
                estate.accountant()
                        .put("/api/v1/properties/{id}", 2, Estate.property(property, "Z1", "Other"), property),
                "PROPERTY_ARCHIVED");
        refused(archive(), "PROPERTY_ARCHIVED");
        var event = events.await("rems.ownership.PropertyArchived.v1", property);
        assertThat(event.aggregateVersion()).isEqualTo(2);
        assertThat(event.data().get("reason").asString()).isEqualTo("sold");
    }

    @Test
    void restoredPropertyIsUsedAgain() {
        archive().expectStatus().isOk();

        restore().expectStatus().isOk();

        refused(restore(), "PROPERTY_ACTIVE");
        estate.accountant()
                .put("/api/v1/properties/{id}", 3, Estate.property(property, "Z1", "Other"), property)
                .expectStatus()
                .isOk();
        assertThat(events.await("rems.ownership.PropertyRestored.v1", property).aggregateVersion())
                .isEqualTo(3);
    }

    @Test
    void sharesOfTodayAndLaterHoldAPropertyAndAreNamed() {
        var mona = estate.owner("Mona");
        var omar = estate.owner("Omar");
        var ended = Identifiers.next();
        estate.give(property, ended, omar, "1/2", "2010-01-01", "2020-01-01")
                .expectStatus()
                .isCreated();
        var period = Identifiers.next();
        var tomorrowAndMore = LocalDate.now().plusDays(30).toString();
        estate.give(property, period, mona, "1/3", tomorrowAndMore, null)
                .expectStatus()
                .isCreated();

        archive()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PROPERTY_IN_USE")
                .jsonPath("$.facts.shareCount")
                .isEqualTo(1)
                .jsonPath("$.facts.shares[0].periodId")
                .isEqualTo(period.toString())
                .jsonPath("$.facts.shares[0].name")
                .isEqualTo("Mona")
                .jsonPath("$.facts.shares[0].share.fraction")
                .isEqualTo("1/3");
    }

    @Test
    void leaseHoldsItsPropertyUntilItIsOver() {
        var lease = Identifiers.next();
        var activated = leaseTold(
                "LeaseActivated", lease, 2, Map.of("number", "L-1", "from", "2026-01-01", "to", "2030-12-31"));
        await().atMost(20, SECONDS)
                .untilAsserted(() -> archive()
                        .expectStatus()
                        .isEqualTo(409)
                        .expectBody()
                        .jsonPath("$.facts.leases[0].number")
                        .isEqualTo("L-1"));

        leaseTold("LeaseTerminated", lease, 3, Map.of("on", "2026-06-30", "reason", "moved out"));
        events.publishAgain(
                activated,
                "tenant",
                "rems.tenant.LeaseActivated.v1",
                estate.firm(),
                lease,
                2,
                Map.of("leaseId", lease));
        leaseTold("LeaseActivated", lease, 2, Map.of("number", "L-1", "from", "2026-01-01", "to", "2030-12-31"));

        await().atMost(20, SECONDS).untilAsserted(() -> archive().expectStatus().isOk());
    }

    @Test
    void anotherFirmsPropertyIsNotArchived() {
        http.as(TestCallers.admin(TestCallers.newFirm()))
                .post("/api/v1/properties/{id}/archival", Map.of("reason", "sold"), property)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void sharesOfAnArchivedPropertyStayAsTheyAre() {
        var mona = estate.owner("Mona");
        var omar = estate.owner("Omar");
        var period = Identifiers.next();
        estate.give(property, period, mona, "1/2", "2010-01-01", "2020-01-01")
                .expectStatus()
                .isCreated();
        archive().expectStatus().isOk();

        refused(estate.give(property, mona, "1/2", "2020-01-01", "2021-01-01"), "PROPERTY_ARCHIVED");
        refused(estate.assign(property, 1, "2015-01-01", null, omar, "1/3"), "PROPERTY_ARCHIVED");
        refused(estate.end(property, period, 1, "2019-01-01"), "PROPERTY_ARCHIVED");
        refused(estate.annul(property, period, 1), "PROPERTY_ARCHIVED");
        estate.accountant()
                .post(
                        "/api/v1/properties/{id}/ownership/validate",
                        Estate.table("2015-01-01", null, omar, "1/3"),
                        property)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.valid")
                .isEqualTo(false)
                .jsonPath("$.problems[0].code")
                .isEqualTo("PROPERTY_ARCHIVED");

        restore().expectStatus().isOk();
        estate.give(property, omar, "1/2", "2020-01-01", null).expectStatus().isCreated();
    }

    @Test
    void shareAndArchivalAtOnceNeverBothSucceed() {
        var mona = estate.owner("Mona");

        var statuses =
                atOnce(() -> status(archive()), () -> status(estate.give(property, mona, "1/2", "2020-01-01", null)));

        assertThat(statuses).contains(409).containsAnyOf(200, 201);
    }

    @Test
    void shareAndArchivalOfItsOwnerAtOnceNeverBothSucceed() {
        var mona = estate.owner("Mona");

        var statuses = atOnce(
                () -> status(estate.accountant().post("/api/v1/owners/{id}/archival", Map.of("reason", "left"), mona)),
                () -> status(estate.give(property, mona, "1/2", "2020-01-01", null)));

        assertThat(statuses).contains(409).containsAnyOf(200, 201);
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) {
        return Flux.fromIterable(List.of(one, other))
                .flatMap(each -> Mono.fromCallable(each).subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    private ResponseSpec archive() {
        return estate.accountant().post("/api/v1/properties/{id}/archival", Map.of("reason", "sold"), property);
    }

    private ResponseSpec restore() {
        return estate.accountant().post("/api/v1/properties/{id}/restoration", Map.of(), property);
    }

    private UUID leaseTold(String type, UUID lease, long version, Map<String, Object> more) {
        var data = new LinkedHashMap<String, Object>(more);
        data.put("leaseId", lease);
        data.put("propertyId", property);
        data.put("unitId", Identifiers.next());
        return events.publish("tenant", "rems.tenant." + type + ".v1", estate.firm(), lease, version, data);
    }

    private static void refused(ResponseSpec answer, String code) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
