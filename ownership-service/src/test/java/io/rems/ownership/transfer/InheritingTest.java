package io.rems.ownership.transfer;

import static io.rems.ownership.transfer.Deals.FIRM;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RemsTest
class InheritingTest {

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    Estate estate;
    Deals deals;
    UUID salem;
    UUID wife;
    UUID son;
    UUID daughter;
    UUID tower;
    UUID villa;

    @BeforeEach
    void salemHoldsTwoProperties() {
        estate = new Estate(http);
        deals = new Deals(estate);
        salem = estate.owner("Salem");
        wife = estate.owner("Wife");
        son = estate.owner("Son");
        daughter = estate.owner("Daughter");
        tower = estate.property("T1");
        villa = estate.property("V1");
        estate.give(tower, salem, "1/3", "2026-01-01", null).expectStatus().isCreated();
        estate.give(villa, salem, "1/1", "2026-01-01", "2030-01-01")
                .expectStatus()
                .isCreated();
    }

    @Test
    void everyHeirGetsHisFractionOfEveryPropertyInOneCall() {
        var id = Identifiers.next();

        inherit(id, heir(wife, "1/8"), heir(daughter, "7/24"), heir(son, "14/24"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/v1/inheritances/" + id)
                .expectBody()
                .jsonPath("$.transfers.length()")
                .isEqualTo(2)
                .jsonPath("$.heirs[2].fraction.fraction")
                .isEqualTo("7/12");

        deals.holds(tower, "2026-06-30", salem, "1/3");
        deals.holds(tower, "2026-07-01", wife, "1/24");
        deals.holds(tower, "2026-07-01", daughter, "7/72");
        deals.holds(tower, "2026-07-01", son, "7/36");
        deals.holds(villa, "2029-12-31", wife, "1/8");
        deals.holds(villa, "2030-01-01", FIRM, "1/1");
        estate.accountant()
                .get("/api/v1/transfers?inheritanceId={id}", id)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2);
        estate.asOwner(wife).get("/api/v1/inheritances/{id}", id).expectStatus().isOk();
        estate.asOwner(estate.owner("Neighbour"))
                .get("/api/v1/inheritances/{id}", id)
                .expectStatus()
                .isNotFound();
        var told = events.await(
                event -> event.type().equals("rems.ownership.OwnershipTransferred.v1")
                        && event.data().path("propertyId").asString("").equals(villa.toString()),
                "transfer of the villa");
        assertThat(told.data().path("inheritanceId").asString()).isEqualTo(id.toString());
    }

    @Test
    void allOfItOrNothing() {
        refused("SHARES_DIFFER", heir(wife, "1/8"), heir(son, "7/9"));
        refused("TRANSFER_TO_GIVER", heir(wife, "1/8"), heir(salem, "7/8"));
        refused("SHARE_TOO_FINE", heir(wife, "1/999999937"), heir(son, "999999936/999999937"));

        deals.holds(villa, "2026-07-01", salem, "1/1");
        inherit(Identifiers.next(), heir(wife, "1/1")).expectStatus().isCreated();
        refused("NOTHING_TO_INHERIT", heir(wife, "1/1"));
        inherit(Identifiers.next(), heir(Identifiers.next(), "1/1"))
                .expectStatus()
                .isEqualTo(422);
        inherit(Identifiers.next(), heir(wife, "1/2"), heir(wife, "1/2"))
                .expectStatus()
                .isEqualTo(422);
        estate.accountant()
                .post(
                        "/api/v1/owners/{id}/inheritance",
                        body(Identifiers.next(), heir(wife, "1/1")),
                        Identifiers.next())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aSaleAtTheSameInstantIsEitherInheritedOrCompleted() {
        var statuses = Flux.merge(
                        call(() -> inherit(Identifiers.next(), heir(wife, "1/2"), heir(son, "1/2"))),
                        call(() -> deals.transfer(Deals.sale(tower, salem, "2026-07-01", daughter, "1/6"))),
                        call(() -> inherit(Identifiers.next(), heir(wife, "1/1"))))
                .collectList()
                .block();

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        deals.holds(tower, "2026-07-01", FIRM, "2/3");
        estate.accountant()
                .get("/api/v1/properties/{id}/ownership?asOf=2026-07-01", tower)
                .expectBody()
                .jsonPath("$.holders[?(@.ownerId=='" + salem + "')]")
                .doesNotExist();
    }

    private static Mono<Integer> call(Supplier<ResponseSpec> call) {
        return Mono.fromCallable(() -> call.get().returnResult().getStatus().value())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void refused(String code, Object... heirs) {
        inherit(Identifiers.next(), heirs)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private ResponseSpec inherit(UUID id, Object... heirs) {
        return estate.accountant().post("/api/v1/owners/{id}/inheritance", body(id, heirs), salem);
    }

    private static Map<String, Object> body(UUID id, Object... heirs) {
        return Map.of("id", id, "on", "2026-07-01", "heirs", List.of(heirs), "reason", "died");
    }

    private static Map<String, Object> heir(UUID owner, String fraction) {
        return Map.of("ownerId", owner, "fraction", fraction);
    }
}
