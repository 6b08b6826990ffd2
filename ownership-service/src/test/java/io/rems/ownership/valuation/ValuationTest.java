package io.rems.ownership.valuation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@RemsTest
class ValuationTest {

    private static final String ALL = "/api/v1/properties/{property}/valuations";
    private static final String ONE = ALL + "/{id}";
    private static final String IN_FORCE = "/api/v1/properties/{property}/value";

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    @Autowired
    TestDatabase database;

    Estate estate;
    UUID property;

    @BeforeEach
    void aTower() {
        estate = new Estate(http);
        property = estate.property("Z1");
    }

    @Test
    void theLatestValuationUpToADayIsInForceOnIt() {
        value("2020-01-01", "100000.000");
        var second = value("2024-06-30", "150000.500");

        inForceOn("2024-06-29", "100000.000");
        inForceOn("2024-06-30", "150000.500");
        estate.accountant()
                .get(IN_FORCE + "?asOf=2019-12-31", property)
                .expectStatus()
                .isNotFound();
        var event = events.await("rems.ownership.ValuationRecorded.v1", second);
        assertThat(event.aggregateVersion()).isEqualTo(1);
        assertThat(event.data().get("propertyId").asString()).isEqualTo(property.toString());
        assertThat(event.data().get("amount").get("amount").asString()).isEqualTo("150000.500");
    }

    @Test
    void correctionSupersedesAndWhatWasKnownBeforeStaysReadable() {
        var id = value("2024-06-30", "150000.000");
        var before = recordedAt(id);

        estate.accountant()
                .put(ONE, 1, body("2024-07-01", "140000.000"), property, id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        estate.accountant()
                .put(ONE, 1, body("2024-07-01", "130000.000"), property, id)
                .expectStatus()
                .isEqualTo(412);

        inForceOn("2024-07-01", "140000.000");
        estate.accountant()
                .get(IN_FORCE + "?asOf=2024-07-01&knownAt={then}", property, before)
                .expectBody()
                .jsonPath("$.amount.amount")
                .isEqualTo("150000.000");
        estate.accountant()
                .get(ONE + "/history", property, id)
                .expectBody()
                .jsonPath("$.items[*].version")
                .value(versions -> assertThat(versions).isEqualTo(List.of(1, 2)));
        assertThat(recordedAt(id)).isAfter(before);
        assertThat(events.await(event -> event.subject().equals(id) && event.aggregateVersion() == 2, "correction")
                        .type())
                .isEqualTo("rems.ownership.ValuationRecorded.v1");
    }

    @Test
    void withdrawnValuationHoldsNoLongerButIsRemembered() {
        var id = value("2024-06-30", "150000.000");
        var then = recordedAt(id);

        estate.accountant().delete(ONE, 1, property, id).expectStatus().isNoContent();

        estate.accountant().get(ONE, property, id).expectStatus().isNotFound();
        estate.accountant().get(IN_FORCE, property).expectStatus().isNotFound();
        estate.accountant()
                .get(IN_FORCE + "?knownAt={then}", property, then)
                .expectStatus()
                .isOk();
        estate.accountant().delete(ONE, 2, property, id).expectStatus().isNotFound();
        assertThat(events.await("rems.ownership.ValuationWithdrawn.v1", id).aggregateVersion())
                .isEqualTo(2);
        value("2024-06-30", "120000.000");
    }

    @Test
    void aDayHasOneValueEvenIfSeveralRecordOneAtOnce() {
        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> post(Identifiers.next(), "2024-06-30", 100_000 + i + ".000")
                        .expectBody(JsonNode.class)
                        .returnResult())
                .toList();

        assertThat(answers)
                .filteredOn(answer -> answer.getStatus().value() == 201)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.getStatus().value() == 409)
                .hasSize(7)
                .extracting(answer -> requireNonNull(answer.getResponseBody())
                        .at("/facts/field")
                        .asString())
                .containsOnly("valuedOn");
    }

    @Test
    void whatCannotBeAValueIsNamed() {
        post(Identifiers.next(), "2999-01-01", "1.000").expectStatus().isEqualTo(422);
        post(Identifiers.next(), "1899-12-31", "1.000").expectStatus().isEqualTo(422);
        post(Identifiers.next(), "2024-01-01", "0.000")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("amount");
        estate.accountant()
                .get(IN_FORCE + "?knownAt={later}", property, Instant.now().plusSeconds(3600))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void ownerSeesWhatThePropertyWasWorthWhileSheHeldIt() {
        value("2010-01-01", "1.000");
        value("2018-01-01", "2.000");
        value("2022-01-01", "3.000");
        var mona = estate.owner("Mona");
        estate.give(property, mona, "1/2", "2020-01-01", null).expectStatus().isCreated();

        estate.asOwner(mona)
                .get(ALL + "?sort=valuedOn", property)
                .expectBody()
                .jsonPath("$.items[*].amount.amount")
                .value(amounts -> assertThat(amounts).isEqualTo(List.of("2.000", "3.000")));
        estate.asOwner(estate.owner("Omar")).get(ALL, property).expectStatus().isNotFound();
    }

    @Test
    void anotherFirmsValuationDoesNotExist() {
        var id = value("2024-06-30", "150000.000");
        var stranger = http.as(TestCallers.admin(TestCallers.newFirm()));

        stranger.get(ONE, property, id).expectStatus().isNotFound();
        stranger.get(ONE + "/history", property, id).expectStatus().isNotFound();
        stranger.put(ONE, 1, body("2024-06-30", "1.000"), property, id)
                .expectStatus()
                .isNotFound();
        stranger.post(ALL, body("2024-06-30", "1.000"), property).expectStatus().isNotFound();
    }

    @Test
    void theDatabaseRefusesToRewriteAValuation() throws Exception {
        var id = value("2024-06-30", "150000.000");

        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(
                    "SELECT set_config('rems.firm_id', '" + estate.firm().value() + "', false)");
            assertThatThrownBy(() ->
                            statement.executeUpdate("UPDATE valuation SET amount_minor = 1 WHERE id = '" + id + "'"))
                    .hasMessageContaining("history");
        }
    }

    private UUID value(String day, String amount) {
        var id = Identifiers.next();
        post(id, day, amount).expectStatus().isCreated();
        return id;
    }

    private ResponseSpec post(UUID id, String day, String amount) {
        return estate.accountant().post(ALL, body(id, day, amount), property);
    }

    private void inForceOn(String day, String amount) {
        estate.accountant()
                .get(IN_FORCE + "?asOf={day}", property, day)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.amount.amount")
                .isEqualTo(amount);
    }

    private Instant recordedAt(UUID id) {
        var body = estate.accountant()
                .get(ONE, property, id)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Instant.parse(requireNonNull(body).get("recordedAt").asString());
    }

    private static Map<String, Object> body(UUID id, String day, String amount) {
        return Map.of("id", id, "valuedOn", day, "amount", money(amount), "method", "INCOME");
    }

    private static Map<String, Object> body(String day, String amount) {
        return Map.of("valuedOn", day, "amount", money(amount), "method", "INCOME");
    }

    private static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "KWD");
    }
}
