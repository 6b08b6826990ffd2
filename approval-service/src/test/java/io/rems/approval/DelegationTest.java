package io.rems.approval;

import static io.rems.approval.Answers.invalid;
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
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

@ApprovalServiceTest
class DelegationTest {

    private static final String DELEGATIONS = "/api/v1/delegations";
    private static final String DELEGATION = DELEGATIONS + "/{id}";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    @Autowired
    TestDatabase database;

    @Autowired
    DueWorkRunner runner;

    @Autowired
    @Qualifier("endOfDelegations")
    DueWork endOfDelegations;

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
        tower = firm.property(part(fatima, "1/2"), part(yusuf, "1/2"));
        fatimasLogin = firm.login(Role.OWNER, fatima);
        yusufsLogin = firm.login(Role.OWNER, yusuf);
        sara = firm.login(Role.ACCOUNTANT, null);
    }

    @Test
    void anOwnerGrantsSomebodyOfTheFirmToActForHim() {
        firm.tellOwner("OwnerRegistered", fatima, 1, "Fatima Al-Sabah", "ACTIVE");
        var body = to(sara);
        body.put("until", today().plusDays(30).toString());
        body.put("amountLimit", Map.of("amount", "500.000", "currency", "KWD"));
        body.put("propertyIds", List.of(tower));
        body.put("categoryIds", List.of(firm.category()));

        var granted = json(as(fatimasLogin).post(DELEGATIONS, body));

        var event =
                events.await("rems.approval.DelegationGranted.v1", id(granted)).data();
        assertThat(granted.at("/status").asString()).isEqualTo("ACTIVE");
        assertThat(granted.at("/ownerName").asString()).isEqualTo("Fatima Al-Sabah");
        assertThat(event.at("/ownerUserIds/0").asString()).isEqualTo(String.valueOf(fatimasLogin.userId()));
        assertThat(event.at("/delegateName").asString()).isEqualTo("Sara Al-Mutairi");
        assertThat(event.at("/amountLimit/amount").asString()).isEqualTo("500.000");
        assertThat(event.at("/properties/0/name").asString()).isEqualTo("Tower");
        assertThat(event.at("/categories/0/name").asString()).isEqualTo("Maintenance");
    }

    @Test
    void nobodyDelegatesToHimselfNorToHisOwnOtherLogin() {
        var otherLogin = firm.login(Role.OWNER, fatima);

        refused(as(fatimasLogin).post(DELEGATIONS, to(fatimasLogin)), "SELF_DELEGATION");
        refused(as(fatimasLogin).post(DELEGATIONS, to(otherLogin)), "SELF_DELEGATION");
    }

    @Test
    void thereIsNoCycleButOneMayStandInForTheOtherInTurn() {
        var july = to(yusufsLogin);
        july.put("from", today().plusDays(10).toString());
        july.put("until", today().plusDays(20).toString());
        var overlapping = to(fatimasLogin);
        overlapping.put("from", today().plusDays(19).toString());
        var after = to(fatimasLogin);
        after.put("from", today().plusDays(20).toString());
        grant(fatimasLogin, july);

        refused(as(yusufsLogin).post(DELEGATIONS, overlapping), "DELEGATION_CYCLE");
        as(yusufsLogin).post(DELEGATIONS, after).expectStatus().isCreated();
    }

    @Test
    void aRevokedDelegationStandsInNobodysWay() {
        var toYusuf = grant(fatimasLogin, to(yusufsLogin));

        refused(as(yusufsLogin).post(DELEGATIONS, to(fatimasLogin)), "DELEGATION_CYCLE");
        revoke(fatimasLogin, toYusuf).expectStatus().isOk();

        as(yusufsLogin).post(DELEGATIONS, to(fatimasLogin)).expectStatus().isCreated();
    }

    @Test
    void onlyWhoMayDecideInTheFirmCanBeADelegate() {
        invalid(as(fatimasLogin).post(DELEGATIONS, to(firm.login(Role.VIEWER, null))), "delegateId", "MAY_NOT_DECIDE");
        invalid(
                as(fatimasLogin).post(DELEGATIONS, to(firms.open().login(Role.MANAGER, null))),
                "delegateId",
                "UNKNOWN");
        var suspended = TestCallers.as(firm.id(), Role.MANAGER, AccessLevel.STANDARD);
        firm.tellAssignment("AssignmentSuspended", UUID.randomUUID(), suspended, "SUSPENDED", 2);
        invalid(as(fatimasLogin).post(DELEGATIONS, to(suspended)), "delegateId", "INACTIVE");
    }

    @Test
    void whatTheOwnerDoesNotHoldHeCannotDelegate() {
        var notHis = to(sara);
        notHis.put("propertyIds", List.of(firm.property(part(yusuf, "1/1"))));
        var nobody = newOwner();
        firm.tellOwner("OwnerRegistered", nobody, 1, "Nobody", "ACTIVE");

        invalid(as(fatimasLogin).post(DELEGATIONS, notHis), "propertyIds", "UNKNOWN");
        refused(as(firm.login(Role.OWNER, nobody)).post(DELEGATIONS, to(sara)), "NOTHING_HELD");
    }

    @Test
    void daysAreThoseOfTheFirm() {
        firm.livesIn("Pacific/Kiritimati");
        var there = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
        var yesterday = to(sara);
        yesterday.put("from", there.minusDays(1).toString());
        var todayThere = to(sara);
        todayThere.put("from", there.toString());
        var backwards = to(sara);
        backwards.put("until", today().toString());
        backwards.put("from", today().toString());

        invalid(as(fatimasLogin).post(DELEGATIONS, yesterday), "from", "OUT_OF_RANGE");
        invalid(as(fatimasLogin).post(DELEGATIONS, backwards), "until", "MALFORMED");
        assertThat(json(as(fatimasLogin).post(DELEGATIONS, todayThere))
                        .at("/status")
                        .asString())
                .isEqualTo("ACTIVE");
    }

    @Test
    void anAdministratorPutsDownWhatAnOwnerSaidAndSaysHow() {
        var body = to(sara);
        body.put("ownerId", fatima);
        body.put("reason", "Power of attorney of 1 March");
        var withoutReason = to(sara);
        withoutReason.put("ownerId", fatima);
        var ofYusuf = to(sara);
        ofYusuf.put("ownerId", yusuf);

        firm.admin().post(DELEGATIONS, body).expectStatus().isCreated();

        invalid(firm.admin().post(DELEGATIONS, withoutReason), "reason", "REQUIRED");
        invalid(firm.admin().post(DELEGATIONS, to(sara)), "ownerId", "REQUIRED");
        invalid(as(fatimasLogin).post(DELEGATIONS, ofYusuf), "ownerId", "UNKNOWN");
        as(sara).post(DELEGATIONS, body).expectStatus().isForbidden();
    }

    @Test
    void ownersSeeTheirOwnAndDelegatesThoseUnderWhichTheyActAdministratorsAll() {
        var hers = grant(fatimasLogin, to(sara));
        var his = grant(yusufsLogin, to(firm.login(Role.MANAGER, null)));

        assertThat(Answers.ids(as(fatimasLogin).get(DELEGATIONS), "id")).containsExactly(hers);
        assertThat(Answers.ids(as(sara).get(DELEGATIONS), "id")).containsExactly(hers);
        assertThat(Answers.ids(firm.admin().get(DELEGATIONS), "id")).containsExactlyInAnyOrder(hers, his);
        as(fatimasLogin).get(DELEGATION, his).expectStatus().isNotFound();
        refused(revoke(fatimasLogin, his), HttpStatus.NOT_FOUND, "NOT_FOUND");
        refused(firms.open().admin().get(DELEGATION, hers), HttpStatus.NOT_FOUND, "NOT_FOUND");
    }

    @Test
    void whatIsRevokedTwiceSaysHowItEnded() {
        var granted = grant(fatimasLogin, to(sara));

        firm.admin()
                .post(DELEGATION + "/revocation", Map.of("reason", "She asked for it"), granted)
                .expectStatus()
                .isOk();

        revoke(fatimasLogin, granted).expectBody().jsonPath("$.facts.cause").isEqualTo("REVOKED");
        var event = events.await("rems.approval.DelegationRevoked.v1", granted);
        assertThat(event.aggregateVersion()).isEqualTo(2);
        assertThat(event.data().at("/revocationReason").asString()).isEqualTo("She asked for it");
    }

    @Test
    void itEndsWithTheLastShareOfWhatItIsFor() {
        var other = firm.property(part(fatima, "1/1"));
        var ofTower = to(sara);
        ofTower.put("propertyIds", List.of(tower));
        var forTower = grant(fatimasLogin, ofTower);
        var forAll = grant(fatimasLogin, to(sara));

        firm.ownership(tower, 2, part(yusuf, "1/1"));
        assertThat(ended(forTower)).isEqualTo("OWNERSHIP_ENDED");
        status(forAll, "ACTIVE");

        firm.ownership(other, 2, part(yusuf, "1/1"));
        assertThat(ended(forAll)).isEqualTo("OWNERSHIP_ENDED");
    }

    @Test
    void howeverManyReplicasLookADelegationWhoseDaysHavePassedEndsOnceAndNoneBefore() throws Exception {
        var running = grant(fatimasLogin, untilTomorrow());
        var passed = IntStream.range(0, 5)
                .mapToObj(_ -> grant(fatimasLogin, untilTomorrow()))
                .toList();
        for (var delegation : passed) {
            letDaysPass(delegation);
        }

        Flux.range(0, 3).flatMap(_ -> runner.runOnce(endOfDelegations), 3).blockLast(PATIENCE);

        for (var delegation : passed) {
            assertThat(ended(delegation)).isEqualTo("OVER");
            var told = events.await("rems.approval.DelegationEnded.v1", delegation);
            assertThat(told.aggregateVersion()).isEqualTo(2);
            assertThat(told.data().at("/cause").asString()).isEqualTo("OVER");
        }
        status(running, "ACTIVE");
        runner.runOnce(endOfDelegations).block(PATIENCE);
        assertThat(events.all().stream()
                        .filter(event -> event.type().equals("rems.approval.DelegationEnded.v1"))
                        .filter(event -> passed.contains(event.subject())))
                .hasSize(passed.size());
    }

    @Test
    void inASuspendedFirmItEndsOnceTheFirmIsReactivatedAndHoldsNoLongerMeanwhile() throws Exception {
        var expense = firm.submit(tower, "4500.000");
        var delegation = grant(fatimasLogin, untilTomorrow());
        firm.suspend();
        letDaysPass(delegation);

        runner.runOnce(endOfDelegations).block(PATIENCE);

        var shown = json(firm.admin().get(DELEGATION, delegation));
        assertThat(shown.at("/status").asString()).isEqualTo("ENDED");
        assertThat(shown.at("/version").asInt()).isEqualTo(1);
        refused(firm.approve(as(sara), expense), "OUTSIDE_MANDATE");
        firm.reactivate();
        runner.runOnce(endOfDelegations).block(PATIENCE);
        assertThat(ended(delegation)).isEqualTo("OVER");
    }

    private Map<String, Object> untilTomorrow() {
        var body = to(sara);
        body.put("until", today().plusDays(1).toString());
        return body;
    }

    /** As if it had been granted some days earlier. */
    private void letDaysPass(UUID delegation) throws SQLException {
        try (var connection = database.asApp(firm.id());
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE delegation SET from_day = from_day - 3, until_day = until_day - 3,"
                    + " due_at = due_at - interval '3 days' WHERE id = '" + delegation + "'");
        }
    }

    @Test
    void itEndsWhenTheDelegateHasLeftTheFirmButNotWhileAnotherPlaceIsHis() {
        var omar = TestCallers.as(firm.id(), Role.MANAGER, AccessLevel.STANDARD);
        var before = UUID.randomUUID();
        var after = UUID.randomUUID();
        firm.tellAssignment("AssignmentGranted", before, omar, "ACTIVE", 1);
        firm.tellAssignment("AssignmentGranted", after, omar, "ACTIVE", 1);
        var granted = grant(fatimasLogin, to(omar));

        firm.tellAssignment("AssignmentEnded", before, omar, "ENDED", 2);
        status(granted, "ACTIVE");

        firm.tellAssignment("AssignmentEnded", after, omar, "ENDED", 2);
        assertThat(ended(granted)).isEqualTo("DELEGATE_LEFT");
    }

    @Test
    void itGoesOnUnderTheEntryUnderWhichItsOwnerGoesOn() {
        var twice = newOwner();
        firm.property(part(twice, "1/1"));
        var toSara = grant(firm.login(Role.OWNER, twice), to(sara));
        var toYusuf = grant(firm.login(Role.OWNER, twice), to(yusufsLogin));

        firm.merged(twice, yusuf, 9);

        assertThat(ended(toSara)).isEqualTo("OWNER_MERGED");
        assertThat(ended(toYusuf)).isEqualTo("OWNER_MERGED");
        var his = json(firm.admin().get(DELEGATIONS + "?status=ACTIVE&ownerId=" + yusuf));
        assertThat(his.at("/items")).hasSize(1);
        assertThat(his.at("/items/0/delegateId").asString()).isEqualTo(String.valueOf(sara.userId()));
    }

    @Test
    void itEndsWhenTheFirmWorksForTheOwnerNoLonger() {
        var granted = grant(fatimasLogin, to(sara));

        firm.tellOwner("OwnerArchived", fatima, 2, "Fatima", "ARCHIVED");

        assertThat(ended(granted)).isEqualTo("OWNER_ARCHIVED");
    }

    @Test
    void theCalendarSaysWhoCanActForWhomChainsResolved() {
        var until = today().plusDays(20);
        var toYusuf = to(yusufsLogin);
        toYusuf.put("until", until.toString());
        var first = grant(fatimasLogin, toYusuf);
        var second = grant(yusufsLogin, to(sara));

        assertThat(calendar(firm.admin(), today())).containsExactlyInAnyOrder(List.of(first), List.of(second));
        firm.set("approval.delegationChains", "true");

        assertThat(calendar(firm.admin(), today()))
                .containsExactlyInAnyOrder(List.of(first), List.of(first, second), List.of(second));
        assertThat(calendar(firm.admin(), until.minusDays(1))).hasSize(3);
        assertThat(calendar(firm.admin(), until)).containsExactly(List.of(second));
        assertThat(calendar(as(fatimasLogin), today()))
                .containsExactlyInAnyOrder(List.of(first), List.of(first, second));
        assertThat(calendar(firms.open().admin(), today())).isEmpty();
        assertThat(json(firm.admin().get(DELEGATIONS + "/calendar")).at("/from").asString())
                .isEqualTo(today().toString());
        invalid(firm.admin().get(DELEGATIONS + "/calendar?from=" + today()), "until", "REQUIRED");
    }

    @Test
    void whatIsToldTwiceIsDoneOnce() {
        var granted = grant(fatimasLogin, to(sara));
        var data = Map.of("ownerId", fatima, "name", "Fatima", "type", "PERSON", "status", "ARCHIVED");
        var event = UUID.randomUUID();
        for (var time = 0; time < 2; time++) {
            events.publishAgain(event, "ownership", "rems.ownership.OwnerArchived.v1", firm.id(), fatima, 2, data);
        }
        assertThat(ended(granted)).isEqualTo("OWNER_ARCHIVED");
        firm.tellOwner("OwnerChanged", fatima, 3, "Fatima A.", "ARCHIVED");

        assertThat(events.all().stream()
                        .filter(told -> told.subject().equals(granted))
                        .map(told -> told.aggregateVersion()))
                .containsExactly(1L, 2L);
    }

    private List<List<UUID>> calendar(RemsHttp.AsCaller who, LocalDate on) {
        return json(who.get(DELEGATIONS + "/calendar?on=" + on)).at("/items").values().stream()
                .map(item -> item.at("/via").values().stream()
                        .map(step -> UUID.fromString(step.at("/delegationId").asString()))
                        .toList())
                .toList();
    }

    private String ended(UUID delegation) {
        return requireNonNull(await().atMost(PATIENCE)
                .until(
                        () -> json(firm.admin().get(DELEGATION, delegation))
                                .at("/ended/cause")
                                .asString(""),
                        cause -> !cause.isEmpty()));
    }

    private void status(UUID delegation, String status) {
        assertThat(json(firm.admin().get(DELEGATION, delegation)).at("/status").asString())
                .isEqualTo(status);
    }

    private Map<String, Object> to(Caller delegate) {
        return new LinkedHashMap<>(Map.of("delegateId", requireNonNull(delegate.userId()), "from", today().toString()));
    }

    private UUID grant(Caller by, Map<String, ?> body) {
        return id(json(as(by).post(DELEGATIONS, body)));
    }

    private ResponseSpec revoke(Caller by, UUID delegation) {
        return as(by).post(DELEGATION + "/revocation", Map.of("reason", "Back home"), delegation);
    }

    private RemsHttp.AsCaller as(Caller caller) {
        return firm.as(caller);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Kuwait"));
    }

    private static UUID id(JsonNode answer) {
        return UUID.fromString(answer.at("/id").asString());
    }
}
