package io.rems.ownership.transfer;

import static io.rems.ownership.transfer.Deals.FIRM;
import static io.rems.ownership.transfer.Deals.sale;
import static io.rems.ownership.transfer.Deals.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RemsTest
class TransferringTest {

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    Estate estate;
    Deals deals;
    UUID property;
    UUID mona;
    UUID omar;
    UUID sara;

    @BeforeEach
    void monaHoldsHalfOfAProperty() {
        estate = new Estate(http);
        deals = new Deals(estate);
        property = estate.property("Z1");
        mona = estate.owner("Mona");
        omar = estate.owner("Omar");
        sara = estate.owner("Sara");
        estate.give(property, mona, "1/2", "2026-01-01", null).expectStatus().isCreated();
    }

    @Test
    void sharesChangeHandsOnADayInOneDocument() {
        var sold = sale(property, mona, "2026-07-01", omar, "1/3", sara, "1/12");

        deals.transfer(sold)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/v1/transfers/" + sold.get("id"))
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("EXECUTED")
                .jsonPath("$.papers[0].number")
                .isEqualTo("2026/17")
                .jsonPath("$.given[0].share.fraction")
                .isEqualTo("5/12")
                .jsonPath("$.given[0].name")
                .isEqualTo("Mona")
                .jsonPath("$.received.length()")
                .isEqualTo(2)
                .jsonPath("$.received[0].share.fraction")
                .isEqualTo("1/3");

        deals.holds(property, "2026-06-30", mona, "1/2");
        deals.holds(property, "2026-07-01", mona, "1/12");
        deals.holds(property, "2026-07-01", omar, "1/3");
        deals.holds(property, "2026-07-01", sara, "1/12");
        deals.holds(property, "2026-07-01", FIRM, "1/2");
    }

    @Test
    void theEventTellsWhoGaveWhatToWhomAndWhatCameOfIt() {
        var sold = deals.transferred(sale(property, mona, "2026-07-01", omar, "1/2"));

        var told = events.await("rems.ownership.OwnershipTransferred.v1", sold);

        assertThat(told.aggregateVersion()).isEqualTo(1);
        assertThat(told.data().at("/given/0/ownerId").asString()).isEqualTo(mona.toString());
        assertThat(told.data().at("/received/0/ownerId").asString()).isEqualTo(omar.toString());
        assertThat(told.data().at("/received/0/share").asString()).isEqualTo("1/2");
        assertThat(told.data().at("/received/0/from").asString()).isEqualTo("2026-07-01");
        assertThat(told.data().at("/intervals/2/holders/0/ownerId").asString()).isEqualTo(omar.toString());
        assertThat(told.data().at("/intervals/2/holders/1/type").asString()).isEqualTo("FIRM_DEFAULT");
        var changed = events.await(
                event -> event.subject().equals(property)
                        && event.data().path("transferId").asString("").equals(sold.toString()),
                "OwnershipChanged of the transfer");
        assertThat(changed.aggregateVersion())
                .isEqualTo(told.data().path("ownershipVersion").asLong());
        assertThat(changed.data().path("reason").asString()).isEqualTo("SHARES_TRANSFERRED");
    }

    @Test
    void theFirmGivesAndReceives() {
        deals.transferred(sale(property, FIRM, "2026-03-01", omar, "1/2"));
        deals.transferred(sale(property, mona, "2026-04-01", FIRM, "1/2"));

        deals.holds(property, "2026-03-01", mona, "1/2");
        deals.holds(property, "2026-04-01", omar, "1/2");
        deals.holds(property, "2026-04-01", FIRM, "1/2");
    }

    @Test
    void whoHoldsLessIsToldOnWhichDays() {
        deals.transferred(sale(property, mona, "2027-01-01", sara, "1/4"));

        deals.transfer(sale(property, mona, "2026-07-01", omar, "1/2"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TRANSFER_EXCEEDS_HOLDING")
                .jsonPath("$.facts.days[0].from")
                .isEqualTo("2027-01-01")
                .jsonPath("$.facts.days[0].held")
                .isEqualTo("1/4")
                .jsonPath("$.facts.days[0].missing")
                .isEqualTo("1/4")
                .jsonPath("$.facts.laterPeriods[0].from")
                .isEqualTo("2027-01-01");
        deals.holds(property, "2026-07-01", mona, "1/2");
    }

    @Test
    void whatIsReceivedIsWhatIsGiven() {
        var sold = with(sale(property, mona, "2026-07-01", omar, "1/4"), "share", "1/3");

        deals.transfer(sold)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SHARES_DIFFER")
                .jsonPath("$.facts.given")
                .isEqualTo("1/3")
                .jsonPath("$.facts.received")
                .isEqualTo("1/4");
    }

    @Test
    void whoIsNotOfTheFirmNeitherGivesNorReceives() {
        var foreign = new Estate(http).owner("Somebody else's");

        deals.transfer(sale(property, mona, "2026-07-01", omar, "1/4", foreign, "1/4"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("to[1].ownerId");
        deals.transfer(sale(property, foreign, "2026-07-01", omar, "1/4"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("from.ownerId");
        deals.transfer(sale(Identifiers.next(), mona, "2026-07-01", omar, "1/4"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void nonsenseIsRefusedWithTheField() {
        Map.of(
                        "to[0].share", sale(property, mona, "2026-07-01", omar, "1/0"),
                        "to[1].ownerId", sale(property, mona, "2026-07-01", omar, "1/4", omar, "1/4"),
                        "to", sale(property, mona, "2026-07-01", omar, "3/4", sara, "3/4"),
                        "on", sale(property, mona, "1899-12-31", omar, "1/4"),
                        "to[0].share ", sale(property, mona, "2026-07-01", omar, "1/" + "7".repeat(40)),
                        "until", with(sale(property, mona, "2026-07-01", omar, "1/4"), "until", "2026-07-01"),
                        "from.ownerId",
                                with(sale(property, mona, "2026-07-01", omar, "1/4"), "from", Map.of("type", "OWNER")))
                .forEach((field, body) -> deals.transfer(body)
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody()
                        .jsonPath("$.errors[0].field")
                        .isEqualTo(field.strip()));
        deals.transfer(sale(property, mona, "2026-07-01", mona, "1/4"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TRANSFER_TO_GIVER");
    }

    @Test
    void ofTwoWhoTransferTheSameShareAtTheSameInstantOneSucceeds() {
        var statuses = Flux.range(0, 8)
                .flatMap(
                        i -> Mono.fromCallable(() -> deals.transfer(
                                                sale(property, mona, "2026-07-01", i % 2 == 0 ? omar : sara, "1/2"))
                                        .returnResult()
                                        .getStatus()
                                        .value())
                                .subscribeOn(Schedulers.boundedElastic()),
                        8)
                .collectList()
                .block();

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        deals.holds(property, "2026-07-01", FIRM, "1/2");
    }

    @Test
    void aTransferIsTakenBackByACounterTransferAndBothNameEachOther() {
        var sold = deals.transferred(sale(property, mona, "2026-07-01", omar, "1/3", sara, "1/6"));
        var counter = Identifiers.next();

        deals.reverse(sold, Map.of("id", counter, "on", "2026-09-01"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.reverses")
                .isEqualTo(sold.toString())
                .jsonPath("$.given.length()")
                .isEqualTo(2)
                .jsonPath("$.received[0].ownerId")
                .isEqualTo(mona.toString());

        deals.get(sold)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("REVERSED")
                .jsonPath("$.reversedBy")
                .isEqualTo(counter.toString());
        deals.holds(property, "2026-08-31", omar, "1/3");
        deals.holds(property, "2026-09-01", mona, "1/2");
        var told = events.await("rems.ownership.TransferReversed.v1", sold);
        assertThat(told.data().path("reversedBy").asString()).isEqualTo(counter.toString());
        assertThat(told.aggregateVersion()).isEqualTo(2);
        events.await("rems.ownership.OwnershipTransferred.v1", counter);
    }

    @Test
    void whatWasSoldOnStandsInTheWayOfTakingItBack() {
        var sold = deals.transferred(sale(property, mona, "2026-07-01", omar, "1/2"));
        var soldOn = deals.transferred(sale(property, omar, "2026-08-01", sara, "1/4"));

        deals.reverse(sold, Map.of())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TRANSFER_NOT_REVERSIBLE")
                .jsonPath("$.facts.days[0].ownerId")
                .isEqualTo(omar.toString())
                .jsonPath("$.facts.days[0].from")
                .isEqualTo("2026-08-01");
        deals.reverse(soldOn, Map.of()).expectStatus().isCreated();
        deals.reverse(sold, Map.of()).expectStatus().isCreated();

        deals.holds(property, "2026-07-01", mona, "1/2");
        deals.holds(property, "2026-08-01", mona, "1/2");
    }

    @Test
    void aTransferIsTakenBackOnceHoweverManyTry() {
        var sold = deals.transferred(sale(property, mona, "2026-07-01", omar, "1/2"));

        var statuses = Flux.range(0, 6)
                .flatMap(
                        _ -> Mono.fromCallable(() -> deals.reverse(sold, Map.of())
                                        .returnResult()
                                        .getStatus()
                                        .value())
                                .subscribeOn(Schedulers.boundedElastic()),
                        6)
                .collectList()
                .block();

        assertThat(statuses).containsOnly(201, 412).containsOnlyOnce(201);
        deals.holds(property, "2026-07-01", mona, "1/2");
    }

    @Test
    void transfersAreFoundByPropertyOwnerAndState() {
        var other = estate.property("Z2");
        estate.give(other, sara, "1/1", "2026-01-01", null).expectStatus().isCreated();
        var first = deals.transferred(sale(property, mona, "2026-07-01", omar, "1/4"));
        var second = deals.transferred(sale(other, sara, "2026-08-01", mona, "1/4"));
        deals.reverse(first, Map.of()).expectStatus().isCreated();

        assertThat(found("propertyId=" + other)).containsExactly(second);
        assertThat(found("ownerId=" + sara)).containsExactly(second);
        assertThat(found("ownerId=" + mona)).hasSize(3).startsWith(second);
        assertThat(found("state=REVERSED")).containsExactly(first);
    }

    @Test
    void anOwnerSeesTheTransfersThatTouchHim() {
        var bought = deals.transferred(sale(property, mona, "2026-07-01", omar, "1/4"));
        var toCome = deals.transferred(sale(property, mona, "2999-07-01", omar, "1/8"));

        var asOmar = estate.asOwner(omar);
        asOmar.get("/api/v1/transfers/{id}", bought).expectStatus().isOk();
        asOmar.get("/api/v1/transfers/{id}", toCome).expectStatus().isNotFound();
        estate.asOwner(mona)
                .get("/api/v1/transfers/{id}", toCome)
                .expectStatus()
                .isOk();
        estate.asOwner(sara)
                .get("/api/v1/transfers/{id}", bought)
                .expectStatus()
                .isNotFound();
        asOmar.post("/api/v1/transfers", sale(property, omar, "2026-08-01", sara, "1/4"))
                .expectStatus()
                .isForbidden();
    }

    private List<UUID> found(String filter) {
        var found = new ArrayList<UUID>();
        estate.accountant()
                .get("/api/v1/transfers?" + filter)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].id")
                .value((List<String> ids) -> ids.forEach(id -> found.add(UUID.fromString(id))));
        return found;
    }
}
