package io.rems.approval;

import static io.rems.approval.Answers.json;
import static io.rems.approval.Answers.refused;
import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Fatima is an owner and the firm's accountant: what she submits, others decide on. */
@ApprovalServiceTest
class NobodyLeftTest {

    private static final String ESCALATED = "rems.approval.ApprovalEscalated.v1";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    @Autowired
    DueWorkRunner runner;

    @Autowired
    @Qualifier("escalation")
    DueWork escalation;

    TestFirm firm;
    UUID fatima = newOwner();
    UUID yusuf = newOwner();
    Caller fatimasLogin;
    Caller administrator;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        fatimasLogin = firm.login(Role.ACCOUNTANT, fatima);
        administrator = firm.login(Role.ADMIN, null);
    }

    @Test
    void whatOnlyTheSubmitterCouldDecideGoesToTheAdministratorsAtOnceAndSaysSo() {
        var property = firm.property(part(fatima, "1/1"));
        var foreseen =
                json(firm.as(fatimasLogin).post("/api/v1/approvals/preview", firm.expense(property, "4500.000")));

        var expense = submit(fatimasLogin, property);

        firm.hasState(expense, "ESCALATED");
        assertThat(foreseen.at("/escalatedBecause").asString()).isEqualTo("NOBODY_ELSE");
        var told = events.await(ESCALATED, expense).data();
        assertThat(told.at("/level").asInt()).isEqualTo(1);
        assertThat(told.at("/cause").asString()).isEqualTo("NOBODY_ELSE");
        assertThat(routing(expense).at("/escalatedBecause").asString()).isEqualTo("NOBODY_ELSE");
        var escalation = json(firm.admin().get("/api/v1/expenses/{id}/escalation", expense));
        assertThat(escalation.path("happened").findValuesAsString("cause")).containsExactly("NOBODY_ELSE");
        assertThat(escalation.path("coming").findValuesAsString("what")).endsWith("PLATFORM_ESCALATION");
        assertThat(escalation.path("coming").findValuesAsString("what")).doesNotContain("ESCALATION", "REMINDER");
        refused(firm.approve(firm.as(fatimasLogin), expense), "OWN_SUBMISSION");
        firm.approve(firm.as(administrator), expense).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
    }

    @Test
    void whereTheOnlyAdministratorSubmittedItThePlatformIsTold() {
        var expense = submit(administrator, firm.property());

        firm.hasState(expense, "ESCALATED");
        var happened = json(firm.admin().get("/api/v1/expenses/{id}/escalation", expense))
                .path("happened");
        assertThat(happened.findValuesAsString("what")).containsExactly("ESCALATION", "PLATFORM_ESCALATION");
        assertThat(happened.findValuesAsString("cause")).containsExactly("NOBODY_ELSE", "NOBODY_ELSE");
        var escalation = json(firm.admin().get("/api/v1/expenses/{id}/escalation", expense));
        assertThat(escalation.path("coming")).isEmpty();
        refused(firm.approve(firm.as(administrator), expense), "OWN_SUBMISSION");
        firm.approve(firm.as(firm.login(Role.ADMIN, null)), expense)
                .expectStatus()
                .isOk();
    }

    @Test
    void whereTheOnlyAdministratorSubmittedItAnOwnersSilenceIsToldThePlatformAtTheDeadline() {
        var expense = submit(administrator, firm.property(part(yusuf, "1/1")));
        firm.hasState(expense, "PENDING");

        pass(expense, Duration.ofHours(73));

        firm.hasState(expense, "ESCALATED");
        assertThat(escalations(expense)).containsExactly("ESCALATION DEADLINE", "PLATFORM_ESCALATION NOBODY_ELSE");
        assertThat(routing(expense).at("/escalatedBecause").asString()).isEqualTo("DEADLINE");
        assertThat(followed(expense).path("coming")).isEmpty();
        refused(firm.approve(firm.as(administrator), expense), "OWN_SUBMISSION");

        var joined = firm.login(Role.ADMIN, null);
        pass(expense, Duration.ofDays(7));

        assertThat(escalations(expense)).hasSize(2);
        firm.approve(firm.as(joined), expense).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
    }

    @Test
    void theOwnerMayStillDecideWhatThePlatformWasTold() {
        var expense = submit(administrator, firm.property(part(yusuf, "1/1")));

        pass(expense, Duration.ofDays(14));

        assertThat(escalations(expense)).containsExactly("ESCALATION DEADLINE", "PLATFORM_ESCALATION NOBODY_ELSE");
        firm.approve(firm.owner(yusuf), expense).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
    }

    @Test
    void anAdministratorWhoJoinedBeforeTheDeadlineIsAskedFirst() {
        var expense = submit(administrator, firm.property(part(yusuf, "1/1")));
        firm.login(Role.ADMIN, null);

        pass(expense, Duration.ofHours(73));

        isAskedOfTheAdministrators(expense);
    }

    @Test
    void whereSubmittersMayDecideTheOnlyAdministratorIsAskedFirst() {
        firm.set("approval.allowSelfApproval", "true");
        var expense = submit(administrator, firm.property(part(yusuf, "1/1")));

        pass(expense, Duration.ofHours(73));

        isAskedOfTheAdministrators(expense);
        firm.approve(firm.as(administrator), expense).expectStatus().isOk();
    }

    @Test
    void othersAreHeardBeforeItGoesOnAndOnceTheyAreItDoes() {
        firm.set("approval.rule", "UNANIMOUS");
        var expense = submit(fatimasLogin, firm.property(part(fatima, "1/2"), part(yusuf, "1/2")));
        firm.hasState(expense, "PENDING");

        firm.approve(firm.owner(yusuf), expense).expectStatus().isOk();

        firm.hasState(expense, "ESCALATED");
        firm.approve(firm.as(administrator), expense).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
    }

    @Test
    void whatTheOthersDecideDoesNotGoOn() {
        var expense = submit(fatimasLogin, firm.property(part(fatima, "1/3"), part(yusuf, "2/3")));

        firm.reject(firm.owner(yusuf), expense).expectStatus().isOk();

        firm.hasState(expense, "REJECTED");
    }

    @Test
    void anotherLoginOfTheOwnerIsSomebodyElse() {
        firm.login(Role.OWNER, fatima);

        var expense = submit(fatimasLogin, firm.property(part(fatima, "1/1")));

        firm.hasState(expense, "PENDING");
    }

    @Test
    void whoHasNoLoginAtAllIsAskedByOtherMeans() {
        var expense = submit(fatimasLogin, firm.property(part(yusuf, "1/1")));

        firm.hasState(expense, "PENDING");
        record(expense, yusuf).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
    }

    @Test
    void aFirmThatAllowsItLeavesItToTheSubmitter() {
        firm.set("approval.allowSelfApproval", "true");

        var expense = submit(fatimasLogin, firm.property(part(fatima, "1/1")));

        firm.hasState(expense, "PENDING");
        firm.approve(firm.as(fatimasLogin), expense).expectStatus().isOk();
    }

    @Test
    void whatWhoSubmittedItSaysByOtherMeansCountsForNothing() {
        firm.set("approval.rule", "UNANIMOUS");
        var expense = submit(fatimasLogin, firm.property(part(fatima, "1/2"), part(yusuf, "1/2")));

        refused(record(expense, fatima), "OWNER_SUBMITTED");
        record(expense, yusuf).expectStatus().isOk();
        firm.hasState(expense, "ESCALATED");
    }

    @Test
    void whoeverSubmittedItDoesNotConductItEither() {
        var expense = submit(administrator, firm.property(part(yusuf, "1/1")));

        refused(
                firm.as(administrator).post("/api/v1/expenses/{id}/deadline-pause", Map.of("reason", "Wait"), expense),
                "OWN_SUBMISSION");
        firm.admin()
                .post("/api/v1/expenses/{id}/deadline-pause", Map.of("reason", "Wait"), expense)
                .expectStatus()
                .isOk();
    }

    private UUID submit(Caller submitter, UUID property) {
        var expense = firm.expense(property, "4500.000");
        expense.put("submit", true);
        return UUID.fromString(json(firm.as(submitter).post("/api/v1/expenses", expense))
                .at("/id")
                .asString());
    }

    private void isAskedOfTheAdministrators(UUID expense) {
        assertThat(escalations(expense)).containsExactly("ESCALATION DEADLINE");
        assertThat(followed(expense).path("coming").findValuesAsString("what")).endsWith("PLATFORM_ESCALATION");
    }

    private void pass(UUID expense, Duration time) {
        firm.letPass(expense, time);
        runner.runOnce(escalation).block(Duration.ofSeconds(60));
    }

    private JsonNode followed(UUID expense) {
        return json(firm.admin().get("/api/v1/expenses/{id}/escalation", expense));
    }

    private List<String> escalations(UUID expense) {
        return followed(expense)
                .path("happened")
                .valueStream()
                .filter(each -> each.path("what").asString().endsWith("ESCALATION"))
                .map(each ->
                        each.path("what").asString() + " " + each.path("cause").asString())
                .toList();
    }

    private JsonNode routing(UUID expense) {
        return json(firm.admin().get("/api/v1/expenses/{id}/routing", expense));
    }

    private ResponseSpec record(UUID expense, UUID owner) {
        return firm.admin()
                .post(
                        "/api/v1/expenses/{id}/offline-decision",
                        Map.of(
                                "ownerId",
                                owner,
                                "verdict",
                                "APPROVED",
                                "note",
                                "By telephone",
                                "decidedOn",
                                LocalDate.now().minusDays(1).toString()),
                        expense);
    }
}
