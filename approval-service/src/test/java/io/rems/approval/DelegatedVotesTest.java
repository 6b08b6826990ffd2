package io.rems.approval;

import static io.rems.approval.Answers.json;
import static io.rems.approval.Answers.refused;
import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Fatima and Yusuf hold a tower; what they are asked, others may answer in their stead. */
@ApprovalServiceTest
class DelegatedVotesTest {

    private static final String DELEGATIONS = "/api/v1/delegations";
    private static final String PENDING = "/api/v1/approvals/pending";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;
    UUID fatima = newOwner();
    UUID yusuf = newOwner();
    UUID tower;
    Caller fatimasLogin;
    Caller yusufsLogin;
    Caller sara;

    @BeforeEach
    void openFirmOfTwoOwners() {
        firm = firms.open();
        tower = firm.property(part(fatima, "2/3"), part(yusuf, "1/3"));
        fatimasLogin = firm.login(Role.OWNER, fatima);
        yusufsLogin = firm.login(Role.OWNER, yusuf);
        sara = firm.login(Role.MANAGER, null);
    }

    @Test
    void aDelegateVotesUnderHisOwnNameInTheOwnersStead() {
        var delegation = grant(fatimasLogin, to(sara));
        var expense = firm.submit(tower, "4500.000");

        var pending = json(as(sara).get(PENDING)).at("/items/0");
        var answer = json(firm.approve(as(sara), expense));

        assertThat(pending.at("/expenseId").asString()).isEqualTo(expense.toString());
        assertThat(pending.at("/onBehalfOf/0").asString()).isEqualTo(fatima.toString());
        assertThat(answer.at("/state").asString()).isEqualTo("APPROVED");
        assertThat(answer.at("/delegated/0/userId").asString()).isEqualTo(String.valueOf(sara.userId()));
        assertThat(answer.at("/delegated/0/onBehalfOf").asString()).isEqualTo(fatima.toString());
        assertThat(answer.at("/delegated/0/delegationIds/0").asString()).isEqualTo(delegation.toString());
        var vote = events.await("rems.approval.ApprovalVoteCast.v1", expense).data();
        assertThat(vote.at("/userId").asString()).isEqualTo(String.valueOf(sara.userId()));
        assertThat(vote.at("/onBehalfOf").asString()).isEqualTo(fatima.toString());
        assertThat(vote.at("/delegationIds/0").asString()).isEqualTo(delegation.toString());
    }

    @Test
    void theOwnerMayVoteHimselfUntilHisSeatIsFilled() {
        firm.set("approval.rule", "UNANIMOUS");
        grant(fatimasLogin, to(sara));
        var hers = firm.submit(tower, "4500.000");
        var saras = firm.submit(tower, "4600.000");

        firm.approve(as(fatimasLogin), hers).expectStatus().isOk();
        firm.approve(as(sara), saras).expectStatus().isOk();

        refused(firm.approve(as(sara), hers), "ALREADY_VOTED");
        refused(firm.reject(as(fatimasLogin), saras), "ALREADY_VOTED");
    }

    @Test
    void aDelegateWhoIsAnOwnerTooVotesForBothPartsEachInItsRight() {
        firm.set("approval.rule", "UNANIMOUS");
        grant(fatimasLogin, to(yusufsLogin));
        var expense = firm.submit(tower, "4500.000");

        var answer = json(firm.approve(as(yusufsLogin), expense));

        assertThat(answer.at("/state").asString()).isEqualTo("APPROVED");
        assertThat(answer.at("/delegated")).hasSize(1);
        assertThat(answer.at("/delegated/0/onBehalfOf").asString()).isEqualTo(fatima.toString());
    }

    @Test
    void limitsAreThoseOfTheVoteAndWhatIsCountedAsOneIsMeasuredAsOne() {
        var limited = to(sara);
        limited.put("amountLimit", Map.of("amount", "5000.000", "currency", "KWD"));
        grant(fatimasLogin, limited);
        var first = firm.submit(tower, "3000.000");
        var second = firm.submit(tower, "3000.000");

        assertThat(pending(sara)).containsExactly(first);
        assertThat(against(firm.approve(as(sara), second))).containsExactly("AMOUNT");
        firm.approve(as(sara), first).expectStatus().isOk();
    }

    @Test
    void propertiesAndCategoriesWithThoseBelowThemAreHeldTo() {
        var below = firm.add(
                "/api/v1/expense-categories", Map.of("code", "LIFT", "name", "Lifts", "parentId", firm.category()));
        var beside = firm.add("/api/v1/expense-categories", Map.of("code", "LEGAL", "name", "Legal"));
        var other = firm.property(part(fatima, "1/1"));
        var limited = to(sara);
        limited.put("propertyIds", List.of(tower));
        limited.put("categoryIds", List.of(firm.category()));
        grant(fatimasLogin, limited);
        var covered = firm.submit(tower, "4500.000", Map.of("categoryId", below));
        var ofOtherCategory = firm.submit(tower, "4600.000", Map.of("categoryId", beside));
        var ofOtherProperty = firm.submit(other, "4700.000");

        assertThat(pending(sara)).containsExactly(covered);
        assertThat(against(firm.approve(as(sara), ofOtherCategory))).containsExactly("CATEGORY");
        assertThat(against(firm.approve(as(sara), ofOtherProperty))).containsExactly("PROPERTY");
        firm.approve(as(sara), covered).expectStatus().isOk();
    }

    @Test
    void whatIsNotYetOrNotAnyMoreCountsForNothingOnWhatIsPendingToo() {
        var tomorrow = to(sara);
        tomorrow.put("from", today().plusDays(1).toString());
        grant(fatimasLogin, tomorrow);
        var expense = firm.submit(tower, "4500.000");
        assertThat(against(firm.approve(as(sara), expense))).containsExactly("NOT_YET");
        assertThat(pending(sara)).isEmpty();

        var delegation = grant(fatimasLogin, to(sara));
        assertThat(pending(sara)).containsExactly(expense);
        revoke(fatimasLogin, delegation);

        assertThat(pending(sara)).isEmpty();
        assertThat(against(firm.approve(as(sara), expense))).containsExactly("NOT_YET", "REVOKED");
    }

    @Test
    void whereTheFirmIsTheDayIsWhatCounts() {
        firm.livesIn("Pacific/Kiritimati");
        var there = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
        var body = to(sara);
        body.put("from", there.toString());
        grant(fatimasLogin, body);
        var expense = firm.submit(tower, "4500.000");

        firm.livesIn("Pacific/Pago_Pago");
        assertThat(against(firm.approve(as(sara), expense))).containsExactly("NOT_YET");
        assertThat(pending(sara)).isEmpty();
        firm.livesIn("Pacific/Kiritimati");

        firm.approve(as(sara), expense).expectStatus().isOk();
    }

    @Test
    void nobodyDecidesAsADelegateOnWhatHeOrTheOwnerSubmitted() {
        var omar = firm.login(Role.ACCOUNTANT, null);
        var administratorOfFatima = firm.login(Role.ACCOUNTANT, fatima);
        grant(fatimasLogin, to(omar));
        grant(fatimasLogin, to(sara));
        var omars = submitBy(omar);
        var fatimas = submitBy(administratorOfFatima);

        refused(firm.approve(as(omar), omars), "OWN_SUBMISSION");
        assertThat(pending(omar)).isEmpty();
        assertThat(against(firm.approve(as(omar), fatimas))).containsExactly("OWNER_SUBMITTED");
        assertThat(pending(sara)).containsExactly(omars);
        firm.approve(as(sara), omars).expectStatus().isOk();
    }

    @Test
    void whereTheFirmAllowsItADelegateMayPassOnWhatHeWasGiven() {
        var first = grant(fatimasLogin, to(yusufsLogin));
        var second = grant(yusufsLogin, to(sara));
        var hers = firm.property(part(fatima, "1/1"));
        var expense = firm.submit(hers, "4500.000");

        assertThat(pending(sara)).isEmpty();
        assertThat(against(firm.approve(as(sara), expense))).containsExactly("CHAIN_NOT_ALLOWED");
        firm.set("approval.delegationChains", "true");

        assertThat(pending(sara)).containsExactly(expense);
        var answer = json(firm.approve(as(sara), expense));
        assertThat(answer.at("/delegated/0/onBehalfOf").asString()).isEqualTo(fatima.toString());
        assertThat(answer.at("/delegated/0/delegationIds").values().stream().map(JsonNode::asString))
                .containsExactly(first.toString(), second.toString());
    }

    @Test
    void anOwnerWhoActsForAnotherSeesWhatHeIsToDecideOnAndElseNothing() {
        var third = newOwner();
        var thirdLogin = firm.login(Role.OWNER, third);
        var limited = to(thirdLogin);
        limited.put("propertyIds", List.of(tower));
        var delegation = grant(fatimasLogin, limited);
        var expense = firm.submit(tower, "4500.000");
        var elsewhere = firm.submit(firm.property(part(fatima, "1/1")), "4600.000");

        as(thirdLogin).get("/api/v1/expenses/{id}", expense).expectStatus().isOk();
        as(thirdLogin).get("/api/v1/expenses/{id}", elsewhere).expectStatus().isNotFound();
        refused(firm.approve(as(firms.open().login(Role.OWNER, third)), expense), HttpStatus.NOT_FOUND, "NOT_FOUND");
        revoke(fatimasLogin, delegation);

        as(thirdLogin).get("/api/v1/expenses/{id}", expense).expectStatus().isNotFound();
    }

    @Test
    void whoeverActsForAnOwnerWhoWasMergedActsForTheEntryThatGoesOn() {
        var twice = newOwner();
        var hers = firm.property(part(twice, "1/1"));
        grant(firm.login(Role.OWNER, twice), to(sara));
        var expense = firm.submit(hers, "4500.000");
        firm.merged(twice, fatima, 9);
        firm.ownership(hers, 2, part(fatima, "1/1"));

        await().atMost(Duration.ofSeconds(30)).until(() -> pending(sara), found -> found.equals(List.of(expense)));
        var answer = json(firm.approve(as(sara), expense));

        assertThat(answer.at("/delegated/0/onBehalfOf").asString()).isEqualTo(fatima.toString());
    }

    @Test
    void whoseShareIsSoldHasNoDelegateForItAnyMoreThoughHeMayStillVote() {
        firm.property(part(fatima, "1/1"));
        grant(fatimasLogin, to(sara));
        var expense = firm.submit(tower, "4500.000");
        firm.ownership(tower, 2, part(yusuf, "1/1"));

        assertThat(pending(sara)).isEmpty();
        assertThat(against(firm.approve(as(sara), expense))).containsExactly("OWNERSHIP_ENDED");
        firm.approve(as(fatimasLogin), expense).expectStatus().isOk();
    }

    @Test
    void theRoutingTellsWhichDelegationsWereLookedAtAndWhyEachDoesOrDoesNotApply() {
        var omar = firm.login(Role.ACCOUNTANT, null);
        var limited = to(omar);
        limited.put("amountLimit", Map.of("amount", "4000.000", "currency", "KWD"));
        limited.put("propertyIds", List.of(firm.property(part(fatima, "1/1"))));
        var applies = grant(fatimasLogin, to(sara));
        var tooSmall = grant(fatimasLogin, limited);
        var passedOn = grant(yusufsLogin, to(fatimasLogin));
        var taken = grant(yusufsLogin, to(omar));
        var foreseen = json(firm.accountant().post("/api/v1/approvals/preview", firm.expense(tower, "4500.000")));
        var expense = firm.submit(tower, "4500.000");
        revoke(yusufsLogin, taken);

        var told = considered(firm.admin(), expense);

        assertThat(considered(foreseen))
                .containsExactlyInAnyOrder(
                        fatima + " " + List.of(applies) + " true []",
                        fatima + " " + List.of(tooSmall) + " false [AMOUNT, PROPERTY]",
                        yusuf + " " + List.of(passedOn) + " true []",
                        yusuf + " " + List.of(taken) + " true []",
                        yusuf + " " + List.of(passedOn, applies) + " false [CHAIN_NOT_ALLOWED]",
                        yusuf + " " + List.of(passedOn, tooSmall) + " false [AMOUNT, PROPERTY, CHAIN_NOT_ALLOWED]");
        assertThat(told)
                .contains(fatima + " " + List.of(applies) + " true []")
                .contains(yusuf + " " + List.of(taken) + " false [REVOKED]")
                .hasSize(6);
        assertThat(routing(firm.admin(), expense)
                        .at("/delegations/0/delegateName")
                        .asString())
                .isEqualTo("Sara Al-Mutairi");
    }

    @Test
    void theRoutingJudgesDelegationsAsOfTheDecision() {
        var used = grant(fatimasLogin, to(sara));
        var expense = firm.submit(tower, "4500.000");
        firm.approve(as(sara), expense).expectStatus().isOk();
        revoke(fatimasLogin, used);

        assertThat(considered(firm.admin(), expense)).containsExactly(fatima + " " + List.of(used) + " true []");
        var vote = routing(firm.admin(), expense).at("/voters/0/vote");
        assertThat(vote.at("/by").asString()).isEqualTo(String.valueOf(sara.userId()));
        assertThat(vote.at("/delegationIds/0").asString()).isEqualTo(used.toString());
        assertThat(routing(as(yusufsLogin), expense).at("/voters/0/vote/delegationIds"))
                .isEmpty();
    }

    @Test
    void whatASubmitterWasGivenDoesNotApplyToWhatHeSubmits() {
        var omar = firm.login(Role.ACCOUNTANT, null);
        var given = grant(fatimasLogin, to(omar));

        var foreseen = json(as(omar).post("/api/v1/approvals/preview", firm.expense(tower, "4500.000")));
        var expense = submitBy(omar);

        var expected = fatima + " " + List.of(given) + " false [DELEGATE_SUBMITTED]";
        assertThat(considered(foreseen)).containsExactly(expected);
        assertThat(considered(firm.admin(), expense)).containsExactly(expected);
    }

    @Test
    void ownersSeeTheirOwnDelegationsInTheRoutingAndThoseMadeOutToThemAndOtherFirmsNothing() {
        var third = firm.login(Role.OWNER, newOwner());
        var hers = grant(fatimasLogin, to(third));
        var his = grant(yusufsLogin, to(sara));
        var expense = firm.submit(tower, "4500.000");

        assertThat(considered(as(fatimasLogin), expense)).containsExactly(fatima + " " + List.of(hers) + " true []");
        assertThat(considered(as(yusufsLogin), expense)).containsExactly(yusuf + " " + List.of(his) + " true []");
        assertThat(considered(as(third), expense)).containsExactly(fatima + " " + List.of(hers) + " true []");
        var path = "/api/v1/expenses/{id}/routing";
        as(firm.login(Role.OWNER, newOwner())).get(path, expense).expectStatus().isNotFound();
        firms.open().admin().get(path, expense).expectStatus().isNotFound();
        revoke(fatimasLogin, hers);
        as(third).get(path, expense).expectStatus().isNotFound();
    }

    @Test
    void whoIsDisabledActsForNobodyAndNobodyActsByWhatHeGranted() {
        grant(fatimasLogin, to(sara));
        var expense = firm.submit(tower, "4500.000");
        firm.tellUser("UserDisabled", sara, 5, Map.of());
        assertThat(pending(sara)).isEmpty();
        assertThat(against(firm.approve(as(sara), expense))).containsExactly("DELEGATE_INACTIVE");
        firm.tellUser("UserEnabled", sara, 6, Map.of("status", "ACTIVE"));
        assertThat(pending(sara)).containsExactly(expense);

        firm.tellUser("UserDisabled", fatimasLogin, 3, Map.of());
        assertThat(pending(sara)).isEmpty();
        assertThat(against(firm.approve(as(sara), expense))).containsExactly("GRANTOR_DISABLED");
        assertThat(json(firm.admin().get("/api/v1/delegations/calendar")).at("/items"))
                .isEmpty();
        firm.tellUser("UserEnabled", fatimasLogin, 4, Map.of("status", "ACTIVE"));

        firm.approve(as(sara), expense).expectStatus().isOk();
    }

    @Test
    void namesAreThoseThatPeopleHaveNow() {
        var delegation = grant(fatimasLogin, to(sara));
        firm.tellUser("UserProfileChanged", sara, 9, Map.of("name", "Sara Al-Enezi", "language", "ar"));
        firm.tellUser("UserProfileChanged", sara, 8, Map.of("name", "Sara Al-Sabah", "language", "ar"));

        var shown = json(as(fatimasLogin).get(DELEGATIONS + "/{id}", delegation));

        assertThat(shown.at("/delegateName").asString()).isEqualTo("Sara Al-Enezi");
    }

    @Test
    void whoSpeaksForSeveralMaySayForWhom() {
        firm.set("approval.rule", "UNANIMOUS");
        grant(fatimasLogin, to(sara));
        grant(yusufsLogin, to(sara));
        var expense = firm.submit(tower, "4500.000");

        var first = json(decide("approval", expense, Map.of("onBehalfOf", List.of(fatima))));
        refused(decide("approval", expense, Map.of("onBehalfOf", List.of(fatima))), "ALREADY_VOTED");
        refused(decide("approval", expense, Map.of("onBehalfOf", List.of(yusuf, newOwner()))), "NOT_A_VOTER");
        var left = json(as(sara).get(PENDING)).at("/items/0/onBehalfOf");
        var second =
                json(decide("rejection", expense, Map.of("reason", "Not for Yusuf", "onBehalfOf", List.of(yusuf))));

        assertThat(first.at("/state").asString()).isEqualTo("PENDING");
        assertThat(first.at("/approved/fraction").asString()).isEqualTo("2/3");
        assertThat(texts(left)).containsExactly(yusuf.toString());
        assertThat(second.at("/state").asString()).isEqualTo("REJECTED");
    }

    @Test
    void whoIsAnOwnerHimselfMayAnswerForTheOtherAlone() {
        firm.set("approval.rule", "UNANIMOUS");
        var elevated = TestCallers.user(firm.id(), Role.OWNER, AccessLevel.ELEVATED, yusuf, null);
        firm.tellAssignment("AssignmentGranted", UUID.randomUUID(), elevated, "ACTIVE", 1);
        grant(fatimasLogin, to(elevated));
        var expense = firm.submit(tower, "4500.000");

        var answer = json(as(elevated)
                .post(
                        "/api/v1/approvals/decisions",
                        Map.of("ids", List.of(expense), "verdict", "APPROVED", "onBehalfOf", List.of(fatima))));
        var hers = json(firm.admin().get("/api/v1/expenses/{id}", expense));
        var his = json(firm.approve(as(elevated), expense));

        assertThat(answer.toString()).contains("\"onBehalfOf\":\"" + fatima + "\"");
        assertThat(hers.at("/state").asString()).isEqualTo("PENDING");
        assertThat(his.at("/state").asString()).isEqualTo("APPROVED");
    }

    @Test
    void anAdministratorWhoIsADelegateTooMayAnswerForTheFirmAlone() {
        firm.set("approval.rule", "UNANIMOUS");
        var layla = firm.login(Role.ADMIN, null);
        grant(fatimasLogin, to(layla));
        var expense = firm.submit(firm.property(part(fatima, "1/3")), "4500.000");

        var path = "/api/v1/expenses/{id}/approval";
        var forFirm = json(as(layla).post(path, Map.of("onBehalfOf", List.of()), expense));
        var forBoth = json(as(layla).post(path, Map.of(), expense));

        assertThat(forFirm.at("/approved/fraction").asString()).isEqualTo("2/3");
        assertThat(forFirm.at("/delegated")).isEmpty();
        assertThat(forBoth.at("/state").asString()).isEqualTo("APPROVED");
    }

    @Test
    void whatADelegateCannotSayForAnOwnerCountsForNone() {
        firm.set("approval.rule", "UNANIMOUS");
        var limited = to(sara);
        limited.put("amountLimit", Map.of("amount", "1.000", "currency", "KWD"));
        grant(fatimasLogin, to(sara));
        grant(yusufsLogin, limited);
        var expense = firm.submit(tower, "4500.000");

        assertThat(against(decide("approval", expense, Map.of("onBehalfOf", List.of(fatima, yusuf)))))
                .containsExactly("AMOUNT");
        assertThat(json(firm.approve(as(sara), expense))
                        .at("/approved/fraction")
                        .asString())
                .isEqualTo("2/3");
    }

    @Test
    void whoGivesBackInSomebodysSteadSaysForWhom() {
        var delegation = grant(fatimasLogin, to(sara));
        grant(yusufsLogin, to(sara));
        var expense = firm.submit(tower, "4500.000");

        decide("return", expense, Map.of("reason", "Which lift?", "onBehalfOf", List.of(fatima)))
                .expectStatus()
                .isOk();

        var told = events.await("rems.approval.ApprovalReturned.v1", expense).data();
        assertThat(texts(told.at("/onBehalfOf"))).containsExactly(fatima.toString());
        assertThat(texts(told.at("/delegationIds"))).containsExactly(delegation.toString());
        var shown = json(firm.admin().get("/api/v1/expenses/{id}", expense));
        assertThat(texts(shown.at("/returned/onBehalfOf"))).containsExactly(fatima.toString());
        assertThat(texts(routing(firm.admin(), expense).at("/returned/onBehalfOf")))
                .containsExactly(fatima.toString());
        var kept = json(firm.admin().get("/api/v1/expenses/{id}/timeline", expense));
        assertThat(kept.toString()).contains("\"onBehalfOf\":[\"" + fatima + "\"]");
    }

    private ResponseSpec decide(String how, UUID expense, Map<String, ?> body) {
        return as(sara).post("/api/v1/expenses/{id}/" + how, body, expense);
    }

    private JsonNode routing(RemsHttp.AsCaller caller, UUID expense) {
        return json(caller.get("/api/v1/expenses/{id}/routing", expense));
    }

    private List<String> considered(RemsHttp.AsCaller caller, UUID expense) {
        return considered(routing(caller, expense));
    }

    private static List<String> considered(JsonNode routing) {
        return routing.at("/delegations").values().stream()
                .map(one -> one.at("/ownerId").asString() + " " + texts(one.at("/delegations")) + " "
                        + one.at("/applies").asBoolean() + " " + texts(one.at("/against")))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }

    private UUID submitBy(Caller submitter) {
        var expense = firm.expense(tower, "4500.000");
        expense.put("vendorId", firm.add("/api/v1/vendors", Map.of("name", "V " + UUID.randomUUID())));
        expense.put("submit", true);
        return UUID.fromString(
                json(as(submitter).post("/api/v1/expenses", expense)).at("/id").asString());
    }

    private static List<String> against(ResponseSpec answer) {
        var problem = requireNonNull(answer.expectStatus()
                .isEqualTo(409)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
        assertThat(problem.at("/code").asString()).isEqualTo("OUTSIDE_MANDATE");
        return problem.at("/facts/delegations").values().stream()
                .flatMap(delegation -> delegation.at("/against").values().stream())
                .map(JsonNode::asString)
                .sorted()
                .toList();
    }

    private List<UUID> pending(Caller caller) {
        return Answers.ids(as(caller).get(PENDING), "expenseId");
    }

    private UUID grant(Caller by, Map<String, ?> body) {
        return UUID.fromString(json(as(by).post(DELEGATIONS, body)).at("/id").asString());
    }

    private void revoke(Caller by, UUID delegation) {
        as(by).post(DELEGATIONS + "/{id}/revocation", Map.of("reason", "Back home"), delegation)
                .expectStatus()
                .isOk();
    }

    private static Map<String, Object> to(Caller delegate) {
        return new LinkedHashMap<>(Map.of("delegateId", requireNonNull(delegate.userId()), "from", today().toString()));
    }

    private RemsHttp.AsCaller as(Caller caller) {
        return firm.as(caller);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Kuwait"));
    }
}
