package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Many decisions at once, those that owners give by other means, and what is said beside them. */
@ApprovalServiceTest
class DecidingTest {

    private static final String MANY = "/api/v1/approvals/decisions";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;
    UUID fatima = newOwner();
    UUID yusuf = newOwner();
    UUID property;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        property = firm.property(part(fatima, "1/2"), part(yusuf, "1/2"));
    }

    @Test
    void eachOfManyDecisionsHasItsOwnOutcome() {
        var mine = firm.submit(firm.property(), "4500.000");
        var owners = firm.submit(property, "4500.000");
        var decided = firm.submit(firm.property(), "4500.000");
        firm.reject(firm.admin(), decided).expectStatus().isOk();
        var foreign = firms.open();
        var theirs = foreign.submit(foreign.property(), "4500.000");

        var answer = Answers.json(
                elevated(Role.ADMIN).post(MANY, decisions("APPROVED", mine, owners, theirs, decided, mine)));

        assertThat(answer.at("/items").findValuesAsString("counted"))
                .containsExactly("true", "false", "false", "false");
        assertThat(answer.at("/items/0/approval/state").asString()).isEqualTo("APPROVED");
        assertThat(answer.at("/items/1/code").asString()).isEqualTo("NOT_A_VOTER");
        assertThat(answer.at("/items/2/code").asString()).isEqualTo("NOT_FOUND");
        assertThat(answer.at("/items/3/code").asString()).isEqualTo("ALREADY_DECIDED");
        assertThat(answer.at("/items/3/facts/outcome").asString()).isEqualTo("REJECTED");
        firm.hasState(mine, "APPROVED");
        foreign.hasState(theirs, "PENDING");
    }

    @Test
    void ownersDecideOnManyToo() {
        var expenses = IntStream.range(0, 3)
                .mapToObj(_ -> firm.submit(property, "4500.000"))
                .toList();
        var caller = TestCallers.owner(firm.id(), fatima);
        var owner = firm.as(new Caller(
                caller.actor(), caller.userId(), caller.firm(), Role.OWNER, AccessLevel.ELEVATED, false, fatima, null));

        Answers.invalid(owner.post(MANY, decisions("REJECTED", expenses.getFirst())), "comment", "REQUIRED");
        owner.post(MANY, Map.of("ids", expenses, "verdict", "REJECTED", "comment", "Too dear"))
                .expectStatus()
                .isOk();

        expenses.forEach(expense -> firm.hasState(expense, "REJECTED"));
        firm.owner(fatima)
                .post(MANY, decisions("APPROVED", expenses.getFirst()))
                .expectStatus()
                .isForbidden();
        var tooMany = IntStream.range(0, 201).mapToObj(_ -> UUID.randomUUID()).toArray(UUID[]::new);
        owner.post(MANY, decisions("APPROVED", tooMany)).expectStatus().isEqualTo(422);
    }

    @Test
    void whatAnOwnerSaidByTelephoneIsHisVoteAndSaysWhoPutItDown() {
        var expense = firm.submit(property, "4500.000");
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();
        var admin = TestCallers.admin(firm.id());

        putDown(firm.as(admin), expense, yusuf, "2026-11-22")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("APPROVED")
                .jsonPath("$.approved.fraction")
                .isEqualTo("1/1");

        var vote = Answers.json(firm.accountant().get("/api/v1/expenses/{id}/routing", expense))
                .at("/voters/1/vote");
        assertThat(vote.path("saidOn").asString()).isEqualTo("2026-11-22");
        assertThat(vote.path("by").asString()).isEqualTo(String.valueOf(admin.userId()));
        assertThat(vote.path("comment").asString()).isEqualTo("By telephone");
        var cast = events.await(
                event -> event.type().equals("rems.approval.ApprovalVoteCast.v1")
                        && event.subject().equals(expense)
                        && event.data().path("voter").path("ownerId").asString().equals(yusuf.toString()),
                "his vote");
        assertThat(cast.data().path("saidOn").asString()).isEqualTo("2026-11-22");
        assertThat(cast.data().path("userId").asString()).isEqualTo(String.valueOf(admin.userId()));
    }

    @Test
    void anAdministratorPutsDownAVoteForThePartOfAnOwnerOnlyAndNeverOnWhatHeSubmitted() {
        var mixed = firm.property(part(fatima, "1/3"));
        var expense = firm.submit(mixed, "4500.000");
        var admin = firm.admin();
        var own = firm.add("/api/v1/expenses", firm.expense(property, "4500.000"));
        admin.command("/api/v1/expenses/{id}/submission", own).expectStatus().isOk();

        putDown(admin, expense, fatima, TestFirm.DAY)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.approved.fraction")
                .isEqualTo("1/3");
        Answers.refused(putDown(admin, expense, fatima, TestFirm.DAY), "ALREADY_VOTED");
        Answers.refused(firm.approve(firm.owner(fatima), expense), "ALREADY_VOTED");
        Answers.refused(putDown(admin, expense, newOwner(), TestFirm.DAY), "NOT_A_VOTER");
        Answers.refused(putDown(admin, own, fatima, TestFirm.DAY), "OWN_SUBMISSION");
        Answers.invalid(putDown(firm.admin(), own, fatima, "2999-01-01"), "decidedOn", "OUT_OF_RANGE");
        putDown(firm.accountant(), own, fatima, TestFirm.DAY).expectStatus().isForbidden();
        putDown(firm.owner(fatima), own, fatima, TestFirm.DAY).expectStatus().isForbidden();
        putDown(firms.open().admin(), own, fatima, TestFirm.DAY).expectStatus().isNotFound();
    }

    @Test
    void whoSeesAnExpenseWritesUnderItAndDisturbsNobody() {
        var expense = firm.submit(property, "4500.000");
        comment(firm.owner(fatima), expense, "Is that the lift of last year?")
                .expectStatus()
                .isCreated();
        comment(firm.accountant(), expense, "No, the other one").expectStatus().isCreated();
        comment(firm.owner(newOwner()), expense, "And mine?").expectStatus().isNotFound();
        comment(firms.open().admin(), expense, "And ours?").expectStatus().isNotFound();
        firm.as(TestCallers.viewer(firm.id()))
                .post("/api/v1/expenses/{id}/comments", Map.of("text", "I"), expense)
                .expectStatus()
                .isForbidden();

        var timeline = Answers.json(firm.owner(yusuf).get("/api/v1/expenses/{id}/timeline", expense));
        assertThat(timeline.findValuesAsString("text"))
                .containsExactly("Is that the lift of last year?", "No, the other one");
        var told = events.await(
                event -> event.type().equals("rems.approval.ApprovalCommented.v1")
                        && event.data().path("expenseId").asString().equals(expense.toString()),
                "a comment");
        assertThat(told.data().path("propertyName").asString()).isEqualTo("Tower");
        assertThat(Answers.json(firm.accountant().get("/api/v1/expenses/{id}", expense))
                        .path("version")
                        .asInt())
                .isEqualTo(3);
    }

    private RemsHttp.AsCaller elevated(Role role) {
        return firm.as(TestCallers.as(firm.id(), role, AccessLevel.ELEVATED));
    }

    private static Map<String, Object> decisions(String verdict, UUID... expenses) {
        return Map.of("ids", List.of(expenses), "verdict", verdict);
    }

    private ResponseSpec putDown(RemsHttp.AsCaller by, UUID expense, UUID owner, String day) {
        return by.post(
                "/api/v1/expenses/{id}/offline-decision",
                Map.of("ownerId", owner, "verdict", "APPROVED", "note", "By telephone", "decidedOn", day),
                expense);
    }

    private static ResponseSpec comment(RemsHttp.AsCaller by, UUID expense, String text) {
        return by.post("/api/v1/expenses/{id}/comments", Map.of("text", text), expense);
    }
}
