package io.rems.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What was decided before the firm came to REMS. */
@ApprovalServiceTest
class ImportedExpensesTest {

    private static final String IMPORTS = "/api/v1/expenses/imports";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;
    UUID property;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        property = firm.property();
    }

    @Test
    void theOldDecisionKeepsItsApproverAndDayAndIsPaidAsAnyOther() {
        var id = Identifiers.next();

        bringIn(firm.admin(), id, "APPROVED")
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("""
                        {"state": "APPROVED", "approval": null,
                         "imported": {"verdict": "APPROVED", "by": "Mr. Old", "on": "2019-05-01"}}""");

        assertThat(events.await("rems.approval.ExpenseImported.v1", id).aggregateVersion())
                .isEqualTo(2);
        firm.pay(id, "4500.000", "old").expectStatus().isOk();
        Answers.refused(firm.approve(firm.admin(), id), "NOT_PENDING");
    }

    @Test
    void importedTwiceItIsThereOnce() {
        var id = Identifiers.next();
        bringIn(firm.admin(), id, "REJECTED").expectStatus().isCreated();

        Answers.refused(bringIn(firm.admin(), id, "APPROVED"), "DUPLICATE");

        firm.hasState(id, "REJECTED");
    }

    @Test
    void anotherAmountIsDecidedOnByTheRulesOfToday() {
        var id = Identifiers.next();
        bringIn(firm.admin(), id, "APPROVED").expectStatus().isCreated();

        firm.accountant()
                .put("/api/v1/expenses/{id}", 2, firm.expense(property, "5000.000"), id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PENDING")
                .jsonPath("$.round")
                .isEqualTo(2);
        firm.approve(firm.admin(), id).expectStatus().isOk();
    }

    @Test
    void nobodyElseMayPassTheRulesThatWay() {
        bringIn(firm.accountant(), Identifiers.next(), "APPROVED")
                .expectStatus()
                .isForbidden();
        bringIn(firm.as(TestCallers.as(firm.id(), Role.ADMIN, AccessLevel.STANDARD)), Identifiers.next(), "APPROVED")
                .expectStatus()
                .isForbidden();
        var id = Identifiers.next();
        bringIn(firm.admin(), id, "APPROVED").expectStatus().isCreated();
        firms.open()
                .accountant()
                .get("/api/v1/expenses/{id}", id)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void everyBadFieldIsNamedAsForAnyOtherExpense() {
        var body = old(Identifiers.next(), "APPROVED");
        body.put("amount", Map.of("amount", "9000000000000.000", "currency", "KWD"));
        body.put("tax", Map.of("amount", "1.00", "currency", "USD"));
        body.put("date", "0999-12-31");

        firm.admin()
                .post(IMPORTS, body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .json(
                        "{\"code\": \"VALIDATION_FAILED\", \"errors\": [{\"field\": \"amount\", \"code\": \"OUT_OF_RANGE\"},"
                                + " {\"field\": \"date\", \"code\": \"OUT_OF_RANGE\"}, {\"field\": \"tax\", \"code\": \"OTHER_CURRENCY\"}]}");
    }

    private ResponseSpec bringIn(RemsHttp.AsCaller caller, UUID id, String verdict) {
        return caller.post(IMPORTS, old(id, verdict));
    }

    private Map<String, Object> old(UUID id, String verdict) {
        var body = new HashMap<String, Object>(firm.expense(property, "4500.000"));
        body.put("id", id);
        body.put("decision", Map.of("verdict", verdict, "by", "Mr. Old", "on", "2019-05-01"));
        return body;
    }
}
