package io.rems.approval;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.platform.Identifiers;
import io.rems.platform.test.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** An expense is on a property of the firm, and on a unit of that property. */
@ApprovalServiceTest
class PremisesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    TestFirms firms;

    @Autowired
    OwnershipStandIn.Answers ownership;

    @Autowired
    TestDatabase database;

    TestFirm firm;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
    }

    @Test
    void aPropertyThatTheFirmDoesNotHaveIsRefused() {
        refused(record(Identifiers.next(), Identifiers.next()), "propertyId", "unitId");
        refused(submit(Identifiers.next()), "propertyId");
    }

    @Test
    void aPropertyOfAnotherFirmIsNoneOfOurs() {
        var theirs = firms.open();
        var told = theirs.property(TestFirm.part(TestFirm.newOwner(), "1/1"));
        var untold = Identifiers.next();
        ownership.ofTheFirm(theirs.id(), untold);

        refused(record(told, null), "propertyId");
        refused(record(untold, null), "propertyId");
    }

    @Test
    void aPropertyThatHasNotBeenToldOfYetIsAskedFor() {
        var property = Identifiers.next();
        ownership.ofTheFirm(firm.id(), property);

        record(property, null).expectStatus().isCreated();
    }

    @Test
    void aSnapshotFillsWhatIsUnknownAndChangesNothingThatIsKnown() throws SQLException {
        var mona = TestFirm.newOwner();
        var property = Identifiers.next();
        firm.tellSnapshot(property, 7, 9, TestFirm.part(mona, "1/3"));
        firm.rename(property, 8);
        assertThat(held(property)).containsExactly("9 1/3");

        firm.tellSnapshot(property, 7, 9, TestFirm.part(mona, "1/2"));
        firm.tellSnapshot(property, 8, 8, TestFirm.part(mona, "1/4"));
        firm.rename(property, 10);
        assertThat(held(property)).containsExactly("9 1/3");

        firm.ownership(property, 10, TestFirm.part(mona, "1/5"));
        firm.tellSnapshot(property, 10, 9, TestFirm.part(mona, "1/3"));
        firm.rename(property, 11);
        assertThat(held(property)).containsExactly("10 1/5");
    }

    private List<String> held(UUID property) throws SQLException {
        try (var connection = database.asApp(firm.id());
                var statement = connection.prepareStatement("""
                        SELECT property.ownership_version || ' ' || period.share FROM property
                          JOIN ownership_period period ON period.property_id = property.id WHERE property.id = ?""")) {
            statement.setObject(1, property);
            var rows = statement.executeQuery();
            var held = new ArrayList<String>();
            while (rows.next()) {
                held.add(rows.getString(1));
            }
            return held;
        }
    }

    @Test
    void aUnitIsOneOfTheProperty() {
        var property = firm.property();
        var ours = firm.unit(property);
        var elsewhere = firm.unit(firm.property());
        var theirs = firms.open();

        record(property, ours).expectStatus().isCreated();
        refused(record(property, elsewhere), "unitId");
        refused(record(property, theirs.unit(theirs.property())), "unitId");
        refused(record(property, Identifiers.next()), "unitId");
    }

    @Test
    void aUnitThatHasNotBeenToldOfYetIsAskedFor() {
        var property = firm.property();
        var here = Identifiers.next();
        var elsewhere = Identifiers.next();
        ownership.unit(firm.id(), property, here);
        ownership.unit(firm.id(), Identifiers.next(), elsewhere);

        record(property, here).expectStatus().isCreated();
        refused(record(property, elsewhere), "unitId");
    }

    @Test
    void whatNobodyCanSayNowIsRecordedAndLookedIntoAtSubmission() {
        var property = Identifiers.next();
        var unit = Identifiers.next();
        ownership.failsFor(property);
        ownership.failsFor(unit);
        var body = firm.expense(property, "4500.000");
        body.put("unitId", unit);
        var draft = firm.add("/api/v1/expenses", body);

        ownership.ofTheFirm(firm.id(), property);
        ownership.unit(firm.id(), Identifiers.next(), unit);

        refused(firm.accountant().command("/api/v1/expenses/{id}/submission", draft), "unitId");
        firm.hasState(draft, "DRAFT");
    }

    @Test
    void nothingNewIsSpentOnWhatIsArchivedUntilItIsRestored() {
        var property = firm.property(TestFirm.part(TestFirm.newOwner(), "1/1"));
        var shop = firm.unit(property);
        var before = firm.add("/api/v1/expenses", firm.expense(property, "10.000"));

        firm.tellArchival("PropertyRestored", property, null, 4);
        firm.tellArchival("PropertyArchived", property, null, 3);
        firm.tellArchival("UnitArchived", property, shop, 2);
        await().atMost(PATIENCE).untilAsserted(() -> Answers.invalid(record(property, shop), "unitId", "ARCHIVED"));
        record(property, null).expectStatus().isCreated();

        firm.tellArchival("PropertyArchived", property, null, 5);
        await().atMost(PATIENCE).untilAsserted(() -> Answers.invalid(record(property, null), "propertyId", "ARCHIVED"));
        Answers.invalid(submit(property), "propertyId", "ARCHIVED");
        firm.accountant()
                .command("/api/v1/expenses/{id}/submission", before)
                .expectStatus()
                .isOk();

        firm.tellArchival("UnitRestored", property, shop, 3);
        firm.tellArchival("PropertyRestored", property, null, 6);
        await().atMost(PATIENCE)
                .untilAsserted(() -> record(property, shop).expectStatus().isCreated());
    }

    /** The process may die after the commit and before it keeps its answer. */
    @Test
    void aCommandIsNotCarriedOutTwiceThoughItsAnswerWasLost() throws Exception {
        var body = firm.expense(firm.property(), "4500.000");
        body.put("submit", true);
        var first = underKey(body);

        forgetAnswers();
        var second = underKey(body);
        body.put("description", "Another lift");
        forgetAnswers();
        var other = underKey(body);

        assertThat(second).isEqualTo(first).isNotEqualTo(other);
        firm.accountant()
                .get("/api/v1/expenses?count=true")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2);
    }

    private Object underKey(Map<String, ?> body) {
        var found = new AtomicReference<>();
        firm.accountant()
                .send(HttpMethod.POST, "/api/v1/expenses", body, Map.of("Idempotency-Key", "lift"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.id")
                .value(found::set)
                .jsonPath("$.state")
                .isEqualTo("PENDING");
        return requireNonNull(found.get());
    }

    private void forgetAnswers() throws SQLException {
        try (var connection = database.asApp(firm.id());
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM idempotency");
        }
    }

    private ResponseSpec record(UUID property, @Nullable UUID unit) {
        var body = firm.expense(property, "10.000");
        if (unit != null) {
            body.put("unitId", unit);
        }
        return firm.accountant().post("/api/v1/expenses", body);
    }

    private ResponseSpec submit(UUID property) {
        var body = firm.expense(property, "10.000");
        body.put("submit", true);
        return firm.accountant().post("/api/v1/expenses", body);
    }

    private static void refused(ResponseSpec answer, String... fields) {
        var body = answer.expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED")
                .jsonPath("$.errors.length()")
                .isEqualTo(fields.length);
        for (int i = 0; i < fields.length; i++) {
            body.jsonPath("$.errors[" + i + "].field").isEqualTo(fields[i]);
        }
    }
}
