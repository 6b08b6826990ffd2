package io.rems.ownership.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RemsTest
class MergingTest {

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    Estate estate;
    UUID mona;
    UUID monaAgain;
    UUID tower;
    UUID villa;

    @BeforeEach
    void monaIsRegisteredTwice() {
        estate = new Estate(http);
        mona = estate.owner("Mona");
        monaAgain = estate.owner("Muna");
        tower = estate.property("T1");
        villa = estate.property("V1");
        estate.give(tower, mona, "1/4", "2026-01-01", null).expectStatus().isCreated();
        estate.give(tower, monaAgain, "1/3", "2026-01-01", null).expectStatus().isCreated();
        estate.give(villa, monaAgain, "1/2", "2020-01-01", "2021-01-01")
                .expectStatus()
                .isCreated();
    }

    @Test
    void allThatWasHersUnderTheOtherEntryGoesOnUnderTheOne() {
        merge(monaAgain, mona)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.intoOwnerId")
                .isEqualTo(mona.toString());

        assertThat(shares(tower, "2026-07-01", mona)).containsExactlyInAnyOrder("1/4", "1/3");
        assertThat(shares(tower, "2026-07-01", monaAgain)).isEmpty();
        assertThat(shares(villa, "2020-07-01", mona)).containsExactly("1/2");
        var told = events.await("rems.ownership.OwnerMerged.v1", monaAgain);
        assertThat(told.data().path("intoOwnerId").asString()).isEqualTo(mona.toString());
        var changed = events.await(
                event -> event.subject().equals(villa)
                        && event.data().path("reason").asString("").equals("OWNER_REPLACED"),
                "OwnershipChanged of the merger");
        assertThat(changed.data().at("/periods/0/ownerId").asString()).isEqualTo(mona.toString());
        estate.accountant()
                .get("/api/v1/owners/{id}/merge", monaAgain)
                .expectBody()
                .jsonPath("$.intoOwnerId")
                .isEqualTo(mona.toString());
        estate.accountant()
                .get("/api/v1/owners/{id}/merge", mona)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theMergedEntryGetsNothingAnyMore() {
        merge(monaAgain, mona).expectStatus().isOk();

        estate.give(villa, monaAgain, "1/2", "2026-01-01", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("OWNER_MERGED");
        merge(monaAgain, mona).expectStatus().isEqualTo(409);
        merge(estate.owner("Third"), monaAgain).expectStatus().isEqualTo(409);
        merge(mona, mona).expectStatus().isEqualTo(422);
        merge(mona, Identifiers.next()).expectStatus().isEqualTo(422);
        merge(mona, new Estate(http).owner("Somebody else's")).expectStatus().isEqualTo(422);
        merge(new Estate(http).owner("Somebody else's"), mona).expectStatus().isNotFound();
    }

    @Test
    void pastInAnArchivedPropertyGoesOnUnderTheOneToo() {
        estate.accountant()
                .post("/api/v1/properties/{id}/archival", Map.of("reason", "sold"), villa)
                .expectStatus()
                .isOk();

        merge(monaAgain, mona).expectStatus().isOk();

        assertThat(shares(villa, "2020-07-01", mona)).containsExactly("1/2");
        estate.give(villa, mona, "1/2", "2026-01-01", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PROPERTY_ARCHIVED");
    }

    @Test
    void nobodyIsMergedIntoAnEntryThatIsArchived() {
        var left = estate.owner("Left");
        estate.accountant()
                .post("/api/v1/owners/{id}/archival", Map.of("reason", "left"), left)
                .expectStatus()
                .isOk();

        merge(monaAgain, left)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("OWNER_ARCHIVED");
        merge(left, mona).expectStatus().isOk();
    }

    @Test
    void mergedEntryTellsSoAndIsShownToWhoAsksForItOnly() {
        merge(monaAgain, mona).expectStatus().isOk();

        estate.accountant()
                .get("/api/v1/owners/{id}", monaAgain)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("MERGED")
                .jsonPath("$.mergedInto")
                .isEqualTo(mona.toString());
        assertThat(listed("")).containsExactly("Mona");
        assertThat(listed("?q=Muna")).isEmpty();
        assertThat(listed("?status=ACTIVE")).containsExactly("Mona");
        assertThat(listed("?status=MERGED")).containsExactly("Muna");
        refused(
                estate.accountant()
                        .put("/api/v1/owners/{id}", 2, Map.of("name", "Muna", "type", "INDIVIDUAL"), monaAgain),
                "OWNER_MERGED");
        refused(
                estate.accountant().post("/api/v1/owners/{id}/archival", Map.of("reason", "left"), monaAgain),
                "OWNER_MERGED");
        refused(estate.accountant().post("/api/v1/owners/{id}/restoration", Map.of(), monaAgain), "OWNER_MERGED");
    }

    @Test
    void portfolioOfAMergedEntryPointsOnAndWhatWasKnownBeforeStays() {
        var before = Instant.now().toString();

        merge(monaAgain, mona).expectStatus().isOk();

        portfolio(monaAgain, "?asOf=2026-07-01")
                .jsonPath("$.properties.length()")
                .isEqualTo(0)
                .jsonPath("$.mergedInto")
                .isEqualTo(mona.toString());
        portfolio(monaAgain, "?asOf=2026-07-01&knownAt=" + before)
                .jsonPath("$.properties.length()")
                .isEqualTo(1)
                .jsonPath("$.properties[0].share.fraction")
                .isEqualTo("1/3");
        portfolio(monaAgain, "?asOf=2020-07-01&knownAt=" + before)
                .jsonPath("$.properties[0].propertyId")
                .isEqualTo(villa.toString());
        portfolio(mona, "?asOf=2026-07-01")
                .jsonPath("$.properties[0].share.fraction")
                .isEqualTo("7/12")
                .jsonPath("$.mergedInto")
                .doesNotExist();
        portfolio(mona, "?asOf=2026-07-01&knownAt=" + before)
                .jsonPath("$.properties[0].share.fraction")
                .isEqualTo("1/4");
        portfolio(mona, "?asOf=2020-07-01")
                .jsonPath("$.properties[0].propertyId")
                .isEqualTo(villa.toString());
    }

    @Test
    void survivorTakesTheDocumentOfTheMergedEntry() {
        var document = Map.of("type", "PASSPORT", "number", "P-1234567", "country", "KW");
        var entry = Map.of("name", "Mona", "type", "INDIVIDUAL", "email", "mona@example.com", "identity", document);
        estate.accountant()
                .put("/api/v1/owners/{id}", 1, entry, monaAgain)
                .expectStatus()
                .isOk();
        refused(estate.accountant().put("/api/v1/owners/{id}", 1, entry, mona), "DUPLICATE");

        merge(monaAgain, mona).expectStatus().isOk();

        estate.accountant()
                .put("/api/v1/owners/{id}", 1, entry, mona)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.warnings.length()")
                .isEqualTo(0);
        refused(estate.accountant().post("/api/v1/owners", entry), "DUPLICATE");
    }

    @Test
    void documentThatBothEntriesHaveIsTheSurvivorsAloneAfterwards() {
        var document = Map.of("type", "PASSPORT", "number", "P-7654321", "country", "KW");
        var entry = new HashMap<String, Object>(Map.of("name", "Mona", "type", "INDIVIDUAL", "identity", document));
        estate.accountant()
                .put("/api/v1/owners/{id}", 1, entry, monaAgain)
                .expectStatus()
                .isOk();
        entry.put("allowDuplicate", true);
        estate.accountant()
                .put("/api/v1/owners/{id}", 1, entry, mona)
                .expectStatus()
                .isOk();

        merge(monaAgain, mona).expectStatus().isOk();

        entry.remove("allowDuplicate");
        refused(estate.accountant().post("/api/v1/owners", entry), "DUPLICATE");
    }

    private static void refused(ResponseSpec answer, String code) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private List<String> listed(String query) {
        var names = new ArrayList<String>();
        estate.accountant()
                .get("/api/v1/owners" + query)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].name")
                .value((List<String> found) -> names.addAll(found));
        return names;
    }

    @Test
    void mergersInTurnLeadToTheLast() {
        var last = estate.owner("Mona the last");

        merge(monaAgain, mona).expectStatus().isOk();
        merge(mona, last).expectStatus().isOk();

        estate.accountant()
                .get("/api/v1/owners/{id}/merge", monaAgain)
                .expectBody()
                .jsonPath("$.intoOwnerId")
                .isEqualTo(last.toString());
        assertThat(shares(tower, "2026-07-01", last)).containsExactlyInAnyOrder("1/4", "1/3");
        var again = events.await(
                event -> event.subject().equals(monaAgain)
                        && event.type().equals("rems.ownership.OwnerMerged.v1")
                        && event.aggregateVersion() == 3,
                "OwnerMerged told again with the last");
        assertThat(again.data().path("intoOwnerId").asString()).isEqualTo(last.toString());
    }

    @Test
    void whatIsGivenToHerAtTheSameInstantIsNotLost() {
        var properties = new ArrayList<UUID>();
        for (int i = 0; i < 6; i++) {
            properties.add(estate.property("P" + i));
        }

        var gifts = Flux.fromIterable(properties)
                .flatMap(
                        property -> Mono.fromCallable(() -> estate.give(property, monaAgain, "1/2", "2026-01-01", null)
                                        .returnResult()
                                        .getStatus()
                                        .value())
                                .subscribeOn(Schedulers.boundedElastic()),
                        6);
        var merging = Mono.fromRunnable(
                        () -> merge(monaAgain, mona).expectStatus().isOk())
                .subscribeOn(Schedulers.boundedElastic());
        var statuses = Objects.requireNonNull(
                Flux.merge(gifts, merging.cast(Integer.class)).collectList().block());

        assertThat(statuses).isSubsetOf(201, 409);
        var given = properties.stream()
                .flatMap(property -> shares(property, "2026-07-01", mona).stream())
                .toList();
        assertThat(given)
                .hasSameSizeAs(statuses.stream().filter(status -> status == 201).toList());
        properties.forEach(property ->
                assertThat(shares(property, "2026-07-01", monaAgain)).isEmpty());
    }

    private BodyContentSpec portfolio(UUID owner, String query) {
        return estate.accountant()
                .get("/api/v1/owners/{id}/portfolio" + query, owner)
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private ResponseSpec merge(UUID owner, UUID into) {
        return estate.accountant().post("/api/v1/owners/{id}/merge", Map.of("into", into), owner);
    }

    private List<String> shares(UUID property, String day, UUID owner) {
        var shares = new ArrayList<String>();
        estate.accountant()
                .get("/api/v1/properties/{id}/ownership?asOf={day}", property, day)
                .expectBody()
                .jsonPath("$.holders[?(@.ownerId=='" + owner + "')].share.fraction")
                .value((List<String> found) -> shares.addAll(found));
        return shares;
    }
}
