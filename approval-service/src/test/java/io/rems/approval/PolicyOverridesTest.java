package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds for one property or owner otherwise than for the firm. */
@ApprovalServiceTest
class PolicyOverridesTest {

    private static final String PROPERTIES = "/api/v1/approval-policies/properties";
    private static final String OWNERS = "/api/v1/approval-policies/owners";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;
    UUID fatima = newOwner();
    UUID omar = newOwner();
    UUID property;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        property = firm.property(part(fatima, "1/3"), part(omar, "1/3"));
    }

    @Test
    void theLowestLimitCountsAndTheRouteTellsWhoseItWas() {
        firm.admin()
                .put(PROPERTIES + "/{id}", 0, otherwise(null, "800.000"), property)
                .expectStatus()
                .isOk();
        firm.owner(omar)
                .put(OWNERS + "/{id}", 0, otherwise(null, "300.000"), omar)
                .expectStatus()
                .isOk();

        var small = firm.submit(property, "300.000");
        var asked = firm.submit(property, "0.001");

        firm.hasState(small, "APPROVED");
        firm.hasState(asked, "PENDING");
        firm.accountant()
                .get("/api/v1/expenses/{id}/routing", asked)
                .expectBody()
                .json("""
                {"limit": {"amount": "300.000"}, "others": {"amount": "300.000"}, "counted": {"amount": "300.001"},
                 "limits": [{"origin": "FIRM", "amount": {"amount": "1000.000"}, "counts": false},
                            {"origin": "PROPERTY", "id": "%s", "amount": {"amount": "800.000"}, "counts": false},
                            {"origin": "OWNER", "id": "%s", "amount": {"amount": "300.000"}, "counts": true}],
                 "addedUp": {"count": 1, "items": [
                    {"id": "%s", "date": "2026-11-23", "amount": {"amount": "300.000", "currency": "KWD"}}]}}""".formatted(property, omar, small));
    }

    @Test
    void theLimitOfWhoHoldsNothingOfThePropertyDoesNotCount() {
        firm.admin()
                .put(OWNERS + "/{id}", 0, otherwise(null, "0.000"), omar)
                .expectStatus()
                .isOk();

        firm.hasState(firm.submit(firm.property(part(fatima, "1/2")), "500.000"), "APPROVED");
        firm.hasState(firm.submit(property, "0.001"), "PENDING");
    }

    @Test
    void theRuleOfThePropertyHoldsInsteadOfTheFirmsUntilItIsTakenBack() {
        var admin = firm.admin();
        admin.put(PROPERTIES + "/{id}", 0, otherwise("ANY_OWNER", null), property)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");

        var expense = firm.submit(property, "4500.000");
        admin.get("/api/v1/expenses/{id}/routing", expense).expectBody().json("""
                {"rule": "ANY_OWNER", "firmRule": "SHARE_MAJORITY", "propertyRule": "ANY_OWNER"}""");
        admin.delete(PROPERTIES + "/{id}", 1, property).expectStatus().isNoContent();

        firm.approve(firm.owner(omar), expense).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
        var next = firm.submit(property, "4500.000");
        admin.get("/api/v1/expenses/{id}/routing", next).expectBody().json("""
                {"rule": "SHARE_MAJORITY", "propertyRule": null}""");
        assertThat(Answers.ids(admin.get(PROPERTIES), "id")).isEmpty();
    }

    @Test
    void eachChangeIsToldWithWhatHeldBefore() {
        firm.admin()
                .put(PROPERTIES + "/{id}", 0, otherwise("UNANIMOUS", "800.000"), property)
                .expectStatus()
                .isOk();
        firm.admin()
                .put(PROPERTIES + "/{id}", 1, otherwise(null, "700.000"), property)
                .expectStatus()
                .isOk();

        var told = events.await(
                event -> event.type().equals("rems.approval.ApprovalPolicyChanged.v1")
                        && event.subject().equals(property)
                        && event.aggregateVersion() == 2,
                "the second change");

        assertThat(told.data().path("ruleBefore").asString()).isEqualTo("UNANIMOUS");
        assertThat(told.data().at("/limitBefore/amount").asString()).isEqualTo("800.000");
        assertThat(told.data().at("/limit/amount").asString()).isEqualTo("700.000");
    }

    @Test
    void ofTwoWhoChangeTheSameVersionTheSecondIsTold() {
        firm.admin()
                .put(PROPERTIES + "/{id}", 0, otherwise(null, "1.000"), property)
                .expectStatus()
                .isOk();

        firm.admin()
                .put(PROPERTIES + "/{id}", 0, otherwise(null, "2.000"), property)
                .expectStatus()
                .isEqualTo(412);
        firm.admin()
                .put(PROPERTIES + "/{id}", 7, otherwise(null, "2.000"), firm.property())
                .expectStatus()
                .isEqualTo(412);
        firm.admin()
                .put(OWNERS + "/{id}", 7, otherwise(null, "2.000"), omar)
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void anOwnerSpeaksForHimselfOnly() {
        var accountant = firm.accountant();

        firm.owner(omar)
                .put(OWNERS + "/{id}", 0, otherwise(null, "1.000"), fatima)
                .expectStatus()
                .isNotFound();
        firm.owner(omar)
                .put(PROPERTIES + "/{id}", 0, otherwise(null, "1.000"), property)
                .expectStatus()
                .isForbidden();
        accountant
                .put(OWNERS + "/{id}", 0, otherwise(null, "1.000"), omar)
                .expectStatus()
                .isForbidden();
        firm.as(TestCallers.as(firm.id(), Role.ADMIN, AccessLevel.ELEVATED))
                .put(PROPERTIES + "/{id}", 0, otherwise(null, "1.000"), property)
                .expectStatus()
                .isForbidden();
        firm.admin()
                .put(OWNERS + "/{id}", 0, otherwise(null, "1.000"), fatima)
                .expectStatus()
                .isOk();
        assertThat(Answers.ids(firm.owner(omar).get(OWNERS), "id")).isEmpty();
        assertThat(Answers.ids(firm.owner(fatima).get(OWNERS), "id")).containsExactly(fatima);
    }

    @Test
    void aLimitIsInTheFirmsCurrencyAndRulesAreNotForOwners() {
        Answers.invalid(
                firm.admin()
                        .put(
                                PROPERTIES + "/{id}",
                                0,
                                Map.of("limit", Map.of("amount", "1.00", "currency", "USD")),
                                property),
                "limit",
                "OTHER_CURRENCY");
        Answers.invalid(
                firm.admin().put(OWNERS + "/{id}", 0, otherwise("UNANIMOUS", null), omar), "rule", "NOT_OF_OWNERS");
        Answers.invalid(
                firm.admin().put(OWNERS + "/{id}", 0, otherwise(null, "-1.000"), omar), "limit", "OUT_OF_RANGE");
    }

    @Test
    void anotherFirmFindsNone() {
        var foreign = firms.open().admin();

        foreign.get(PROPERTIES + "/{id}", property).expectStatus().isNotFound();
        foreign.put(OWNERS + "/{id}", 0, otherwise(null, "1.000"), omar)
                .expectStatus()
                .isNotFound();
        foreign.put(OWNERS + "/{id}", 0, otherwise("UNANIMOUS", null), omar)
                .expectStatus()
                .isNotFound();
        foreign.delete(PROPERTIES + "/{id}", 1, property).expectStatus().isNotFound();
        firm.admin().get(OWNERS + "/{id}", Identifiers.next()).expectStatus().isNotFound();
    }

    @Test
    void whatTheFirmSetsCanBeReadInOnePlace() {
        firm.set("approval.rule", "UNANIMOUS");

        firm.owner(omar).get("/api/v1/approval-policies").expectBody().json("""
                {"rule": "UNANIMOUS", "limit": {"amount": "1000.000", "currency": "KWD"}, "splitWindow": "PT168H"}""");
    }

    private static Map<String, Object> otherwise(@Nullable String rule, @Nullable String limit) {
        var body = new LinkedHashMap<String, Object>();
        if (rule != null) {
            body.put("rule", rule);
        }
        if (limit != null) {
            body.put("limit", Map.of("amount", limit, "currency", "KWD"));
        }
        return body;
    }
}
