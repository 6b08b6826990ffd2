package io.rems.approval;

import static io.rems.approval.Answers.invalid;
import static io.rems.approval.Answers.json;
import static io.rems.approval.Answers.refused;
import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestEvents;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Fatima holds two thirds and does not answer; somebody else may in her stead. */
@ApprovalServiceTest
class ReassigningTest {

    private static final String PENDING = "/api/v1/approvals/pending";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;
    UUID fatima = newOwner();
    UUID yusuf = newOwner();
    UUID expense;

    @BeforeEach
    void submitInAFirm() {
        firm = firms.open();
        expense = firm.submit(firm.property(part(fatima, "2/3"), part(yusuf, "1/3")), "4500.000");
    }

    @Test
    void administratorsMayVoteWhereAnOwnerDoesNotAndHerShareCounts() {
        refused(firm.approve(firm.admin(), expense), "NOT_A_VOTER");

        var routing = json(reassign(3, null));

        assertThat(routing.at("/voters/0/reassigned/userId").isNull()).isTrue();
        assertThat(routing.at("/voters/1/reassigned").isNull()).isTrue();
        assertThat(pending(firm.admin())).containsExactly(expense);
        assertThat(pending(firm.owner(fatima))).containsExactly(expense);
        var told = events.await("rems.approval.ApprovalReassigned.v1", expense);
        assertThat(told.aggregateVersion()).isEqualTo(4);
        assertThat(told.data().at("/voter/ownerId").asString()).isEqualTo(fatima.toString());
        assertThat(told.data().at("/reason").asString()).isEqualTo("She is abroad");
        var timeline = json(firm.admin().get("/api/v1/expenses/{id}/timeline", expense));
        assertThat(timeline.path("entries").findValuesAsString("event")).endsWith("ApprovalReassigned");
        firm.approve(firm.admin(), expense).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
        refused(reassign(6, null), "ALREADY_DECIDED");
    }

    @Test
    void aUserWhomItIsHandedToVotesAndNobodyElse() {
        var sara = firm.login(Role.MANAGER, null);

        reassign(3, sara.userId()).expectStatus().isOk();

        assertThat(pending(as(sara))).containsExactly(expense);
        assertThat(pending(firm.admin())).isEmpty();
        refused(firm.approve(firm.admin(), expense), "NOT_A_VOTER");
        refused(firm.approve(as(firm.login(Role.MANAGER, null)), expense), "NOT_A_VOTER");
        firm.reject(as(sara), expense).expectStatus().isOk();
        firm.hasState(expense, "REJECTED");
        var vote = events.await("rems.approval.ApprovalVoteCast.v1", expense).data();
        assertThat(vote.at("/userId").asString()).isEqualTo(String.valueOf(sara.userId()));
    }

    @Test
    void theOwnerStillMayUntilTheOtherDoes() {
        firm.set("approval.rule", "UNANIMOUS");
        var asked = firm.submit(firm.property(part(fatima, "2/3"), part(yusuf, "1/3")), "4700.000");
        expense = asked;
        reassign(3, null).expectStatus().isOk();

        firm.approve(firm.owner(fatima), asked).expectStatus().isOk();

        refused(firm.approve(firm.admin(), asked), "ALREADY_VOTED");
        refused(reassign(5, null), "ALREADY_ANSWERED");
    }

    @Test
    void ofTheAdministratorsTheOneWhoSubmittedItGetsNoVoteByIt() {
        var omar = firm.login(Role.ADMIN, null);
        var recorded = firm.expense(firm.property(part(fatima, "1/1")), "4900.000");
        recorded.put("submit", true);
        expense = UUID.fromString(
                json(as(omar).post("/api/v1/expenses", recorded)).at("/id").asString());

        refused(send(as(omar), 3, body(fatima, null)), "OWN_SUBMISSION");
        reassign(3, null).expectStatus().isOk();

        refused(firm.approve(as(omar), expense), "OWN_SUBMISSION");
        firm.approve(firm.admin(), expense).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
    }

    @Test
    void whoIsKeptOutOfTheFirmIsHandedNothing() {
        var sara = firm.login(Role.MANAGER, null);
        firm.tellUser("UserDisabled", sara, 5, Map.of());

        invalid(reassign(3, sara.userId()), "userId", "INACTIVE");
    }

    @Test
    void itIsHandedOnToSomebodyElseAndNotTwiceToTheSame() {
        var sara = firm.login(Role.MANAGER, null);
        reassign(3, null).expectStatus().isOk();
        refused(reassign(4, null), "ALREADY_REASSIGNED");

        reassign(4, sara.userId()).expectStatus().isOk();

        refused(firm.approve(firm.admin(), expense), "NOT_A_VOTER");
        firm.approve(as(sara), expense).expectStatus().isOk();
    }

    @Test
    void whatHePutsDownForOneOwnerFillsNoPlaceThatWasHandedToHim() {
        var omar = firm.login(Role.ADMIN, null);
        reassign(3, omar.userId()).expectStatus().isOk();

        as(omar).post(
                        "/api/v1/expenses/{id}/offline-decision",
                        Map.of(
                                "ownerId",
                                yusuf,
                                "verdict",
                                "APPROVED",
                                "note",
                                "By telephone",
                                "decidedOn",
                                LocalDate.now().minusDays(1).toString()),
                        expense)
                .expectStatus()
                .isOk();

        firm.hasState(expense, "PENDING");
        firm.approve(as(omar), expense).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(reassign(2, null), HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        invalid(reassign(3, UUID.randomUUID()), "userId", "UNKNOWN");
        invalid(reassign(3, firm.login(Role.TENANT, null).userId()), "userId", "MAY_NOT_DECIDE");
        refused(send(firm.admin(), 3, body(newOwner(), null)), "NOT_ASKED");
        send(firm.accountant(), 3, body(fatima, null)).expectStatus().isForbidden();
        send(firms.open().admin(), 3, body(fatima, null)).expectStatus().isNotFound();
    }

    @Test
    void whoeverSubmittedItGetsNoVoteByIt() {
        var sara = firm.login(Role.ACCOUNTANT, null);
        var recorded = firm.expense(firm.property(part(fatima, "1/1")), "4500.000");
        var hers = UUID.fromString(
                json(as(sara).post("/api/v1/expenses", recorded)).at("/id").asString());
        as(sara).command("/api/v1/expenses/{id}/submission", hers)
                .expectStatus()
                .isOk();
        expense = hers;

        refused(reassign(3, sara.userId()), "SUBMITTED_BY_HIM");
    }

    @RepeatedTest(10)
    void ofTheOwnerAndTheOtherAtTheSameInstantOneFillsThePlace() throws Exception {
        var sara = firm.login(Role.MANAGER, null);
        reassign(3, sara.userId()).expectStatus().isOk();
        var together = new CyclicBarrier(2);

        int approved;
        int rejected;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> owner = () -> {
                together.await(10, TimeUnit.SECONDS);
                return status(firm.approve(firm.owner(fatima), expense));
            };
            Callable<Integer> other = () -> {
                together.await(10, TimeUnit.SECONDS);
                return status(firm.reject(as(sara), expense));
            };
            var answers = threads.invokeAll(List.of(owner, other));
            approved = answers.getFirst().get();
            rejected = answers.getLast().get();
        }

        assertThat(List.of(approved, rejected)).containsExactlyInAnyOrder(200, 409);
        firm.hasState(expense, approved == 200 ? "APPROVED" : "REJECTED");
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(String.class).getStatus().value();
    }

    private List<UUID> pending(RemsHttp.AsCaller by) {
        return Answers.ids(by.get(PENDING), "expenseId");
    }

    private ResponseSpec reassign(long version, @Nullable UUID user) {
        return send(firm.admin(), version, body(fatima, user));
    }

    private static Map<String, Object> body(UUID owner, @Nullable UUID user) {
        var body = new LinkedHashMap<String, Object>(Map.of("ownerId", owner, "reason", "She is abroad"));
        if (user != null) {
            body.put("userId", user);
        }
        return body;
    }

    private ResponseSpec send(RemsHttp.AsCaller by, long version, Map<String, Object> body) {
        return by.send(
                HttpMethod.POST,
                "/api/v1/expenses/{id}/reassignment",
                body,
                Map.of("If-Match", "\"" + version + "\""),
                expense);
    }

    private RemsHttp.AsCaller as(Caller caller) {
        return firm.as(caller);
    }
}
