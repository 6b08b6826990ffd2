package io.rems.approval;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.test.TestDatabase;
import java.sql.SQLException;
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
