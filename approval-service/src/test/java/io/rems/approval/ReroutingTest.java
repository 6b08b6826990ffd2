package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestEvents;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What becomes of requests whose ownership turns out to be another. */
@ApprovalServiceTest
class ReroutingTest {

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;
    UUID fatima = newOwner();
    UUID yusuf = newOwner();
    UUID maryam = newOwner();

    @BeforeEach
    void openFirm() {
        firm = firms.open();
    }

    @Test
    void whoHeldThePropertyAtSubmissionDecidesWhateverIsTransferredMeanwhile() {
        var property = firm.property(part(fatima, "1/1"));
        var expense = firm.submit(property, "4500.000");
        firm.ownership(property, 2, part(yusuf, "1/1"));

        firm.approve(firm.owner(yusuf), expense).expectStatus().isNotFound();
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();

        firm.hasState(expense, "APPROVED");
    }

    @Test
    void votesOfThoseWhosePartStayedAsItWasAreKeptAndAllOthersAreAskedAgain() {
        firm.set("approval.rule", "UNANIMOUS");
        var property = firm.property(part(fatima, "1/3"), part(yusuf, "1/3"));
        var expense = firm.submit(property, "4500.000");
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();
        firm.approve(firm.owner(yusuf), expense).expectStatus().isOk();
        firm.ownership(property, 2, part(fatima, "1/3"), part(yusuf, "1/6"), part(maryam, "1/2"));

        var routing = Answers.json(reroute(firm.admin(), expense));

        assertThat(routing.at("/ownership/holders").findValuesAsString("ownerId"))
                .containsExactly(fatima.toString(), yusuf.toString(), maryam.toString());
        assertThat(routing.at("/voters/0/vote/verdict").asString()).isEqualTo("APPROVED");
        assertThat(routing.at("/voters/1/vote").isNull()).isTrue();
        var told = events.await("rems.approval.ApprovalRerouted.v1", expense).data();
        assertThat(told.path("before").size()).isEqualTo(3);
        assertThat(told.path("kept").findValuesAsString("ownerId")).containsExactly(fatima.toString());
        assertThat(told.path("reason").asString()).isEqualTo("Registered late");
        Answers.refused(firm.approve(firm.admin(), expense), "NOT_A_VOTER");
        Answers.refused(firm.approve(firm.owner(fatima), expense), "ALREADY_VOTED");
        firm.approve(firm.owner(yusuf), expense).expectStatus().isOk();
        firm.hasState(expense, "PENDING");
        firm.approve(firm.owner(maryam), expense).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
        assertThat(timeline(expense).findValuesAsString("event")).contains("ApprovalRerouted");
    }

    @Test
    void anotherRuleMakesAllVotesVoid() {
        firm.set("approval.rule", "PRIMARY_CONTACT");
        var property = firm.property(part(fatima, "1/4"), part(yusuf, "3/4"));
        var expense = firm.submit(property, "4500.000");
        firm.reject(firm.owner(fatima), expense).expectStatus().isOk();
        firm.ownership(property, 2, new TestFirm.Part(yusuf, "3/4", true), part(fatima, "1/4"));

        var routing = Answers.json(reroute(firm.admin(), expense));

        assertThat(routing.path("rule").asString()).isEqualTo("PRIMARY_CONTACT");
        assertThat(routing.path("voters").size()).isEqualTo(1);
        firm.approve(firm.owner(yusuf), expense).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
    }

    @Test
    void onlyAnAdministratorReroutesWhatIsPendingToOthersThanBefore() {
        var property = firm.property(part(fatima, "1/1"));
        var expense = firm.submit(property, "4500.000");
        var draft = firm.add("/api/v1/expenses", firm.expense(property, "4500.000"));

        Answers.refused(reroute(firm.admin(), expense), "SAME_HOLDERS");
        reroute(firm.accountant(), expense).expectStatus().isForbidden();
        reroute(firm.owner(fatima), expense).expectStatus().isForbidden();
        reroute(firms.open().admin(), expense).expectStatus().isNotFound();
        Answers.refused(reroute(firm.admin(), draft), "NOT_PENDING");
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();
        Answers.refused(reroute(firm.admin(), expense), "ALREADY_DECIDED");
    }

    private static ResponseSpec reroute(RemsHttp.AsCaller by, UUID expense) {
        return by.post("/api/v1/expenses/{id}/rerouting", Map.of("reason", "Registered late"), expense);
    }

    private JsonNode timeline(UUID expense) {
        return Answers.json(firm.accountant().get("/api/v1/expenses/{id}/timeline", expense));
    }
}
