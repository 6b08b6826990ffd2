package io.rems.ownership.transfer;

import static io.rems.ownership.transfer.Deals.sale;
import static io.rems.ownership.transfer.Deals.with;
import static org.awaitility.Awaitility.await;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestEvents;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class PreflightTest {

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    Estate estate;
    Deals deals;
    UUID property;
    UUID mona;
    UUID omar;

    @BeforeEach
    void monaHoldsHalfOfAProperty() {
        estate = new Estate(http);
        deals = new Deals(estate);
        property = estate.property("Z1");
        mona = estate.owner("Mona");
        omar = estate.owner("Omar");
        estate.give(property, mona, "1/2", "2026-01-01", null).expectStatus().isCreated();
    }

    @Test
    void whatStandsInTheWayIsToldWithoutATrace() {
        look(sale(property, mona, "2026-07-01", omar, "2/3"))
                .jsonPath("$.possible")
                .isEqualTo(false)
                .jsonPath("$.obstacles[0].code")
                .isEqualTo("TRANSFER_EXCEEDS_HOLDING")
                .jsonPath("$.obstacles[0].facts.days[0].missing")
                .isEqualTo("1/6");
        look(with(sale(property, mona, "2026-07-01", omar, "1/3"), "share", "1/2"))
                .jsonPath("$.obstacles[0].code")
                .isEqualTo("SHARES_DIFFER");
        look(sale(property, mona, "2026-07-01", omar, "1/2"))
                .jsonPath("$.possible")
                .isEqualTo(true)
                .jsonPath("$.notices.length()")
                .isEqualTo(0);

        deals.holds(property, "2026-07-01", mona, "1/2");
        estate.accountant()
                .get("/api/v1/transfers?propertyId={id}", property)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void whoAndWhatIsArchivedStandsInTheWay() {
        archive("owners", omar);
        look(sale(property, mona, "2026-07-01", omar, "1/3"))
                .jsonPath("$.possible")
                .isEqualTo(false)
                .jsonPath("$.obstacles[0].code")
                .isEqualTo("OWNER_ARCHIVED")
                .jsonPath("$.obstacles[0].facts.owners[0]")
                .isEqualTo(omar.toString());
        refused(deals.transfer(sale(property, mona, "2026-07-01", omar, "1/3")), "OWNER_ARCHIVED");
        refused(
                deals.transfer(with(sale(property, mona, "2999-01-01", omar, "1/3"), "schedule", true)),
                "OWNER_ARCHIVED");
        refused(estate.give(property, omar, "1/4", "2026-01-01", null), "OWNER_ARCHIVED");
        refused(estate.assign(property, 1, "2026-07-01", null, mona, "1/3", omar, "1/3"), "OWNER_ARCHIVED");
        estate.assign(property, 1, "2026-07-01", null, mona, "1/3")
                .expectStatus()
                .isOk();

        var villa = estate.property("V1");
        archive("properties", villa);
        look(sale(villa, Deals.FIRM, "2026-07-01", mona, "1/3"))
                .jsonPath("$.obstacles[0].code")
                .isEqualTo("PROPERTY_ARCHIVED");
        refused(deals.transfer(sale(villa, Deals.FIRM, "2026-07-01", mona, "1/3")), "PROPERTY_ARCHIVED");
        refused(
                deals.transfer(with(sale(villa, Deals.FIRM, "2999-01-01", mona, "1/3"), "schedule", true)),
                "PROPERTY_ARCHIVED");
    }

    private void archive(String what, UUID id) {
        estate.accountant()
                .post("/api/v1/" + what + "/{id}/archival", Map.of("reason", "put away"), id)
                .expectStatus()
                .isOk();
    }

    private static void refused(ResponseSpec answer, String code) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    @Test
    void laterPeriodsAndOpenTransfersAreWorthAWord() {
        estate.give(property, mona, "1/4", "2027-01-01", null).expectStatus().isCreated();
        var planned = deals.scheduled(sale(property, mona, "2999-01-01", omar, "1/4"));

        look(sale(property, mona, "2026-07-01", omar, "1/2"))
                .jsonPath("$.possible")
                .isEqualTo(true)
                .jsonPath("$.notices[?(@.code=='FUTURE_PERIODS')].facts.items[0].from")
                .isEqualTo("2027-01-01")
                .jsonPath("$.notices[?(@.code=='OPEN_TRANSFERS')].facts.items[0].transferId")
                .isEqualTo(planned.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ApprovalDecided", "ApprovalReturned", "ApprovalWithdrawn"})
    void pendingApprovalsAreToldUntilNobodyIsAskedAnyMore(String end) {
        var expense = Identifiers.next();
        var data = Map.of("expenseId", expense, "propertyId", property);

        events.publish("approval", "rems.approval.ApprovalRequested.v1", estate.firm(), expense, 3, data);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> look(sale(property, mona, "2026-07-01", omar, "1/2"))
                        .jsonPath("$.possible")
                        .isEqualTo(true)
                        .jsonPath("$.notices[?(@.code=='PENDING_APPROVALS')].facts.items[0]")
                        .isEqualTo(expense.toString()));
        events.publish("approval", "rems.approval." + end + ".v1", estate.firm(), expense, 5, data);
        events.publish("approval", "rems.approval.ApprovalRequested.v1", estate.firm(), expense, 4, data);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> look(sale(property, mona, "2026-07-01", omar, "1/2"))
                        .jsonPath("$.notices.length()")
                        .isEqualTo(0));
    }

    private BodyContentSpec look(Map<String, Object> body) {
        return estate.accountant()
                .post("/api/v1/transfers/preflight", body)
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
