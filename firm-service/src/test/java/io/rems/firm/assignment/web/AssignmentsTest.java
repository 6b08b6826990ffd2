package io.rems.firm.assignment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class AssignmentsTest {
    private static final String ASSIGNMENTS = "/api/v1/assignments";
    private static final String ASSIGNMENT = ASSIGNMENTS + "/{id}";

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    private FirmApi api;
    private FirmId firm;
    private UUID user;

    @BeforeEach
    void oneFirmAndOneUser() {
        api = new FirmApi(http);
        firm = api.newFirm();
        user = api.newUser();
    }

    @Test
    void firmAdministratorGrantsPosition() {
        var before = api.assign(firm, user, "STAFF");
        api.adminOf(firm).delete(ASSIGNMENT, 1, before).expectStatus().isNoContent();
        var id = Identifiers.next();
        api.adminOf(firm)
                .post(ASSIGNMENTS, Map.of("id", id, "userId", user, "role", "ACCOUNTANT"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location(ASSIGNMENTS + "/" + id)
                .expectBody()
                .jsonPath("$.accessLevel")
                .isEqualTo("STANDARD")
                .jsonPath("$.primary")
                .isEqualTo(true);

        var granted = events.await("rems.firm.AssignmentGranted.v1", id);
        assertThat(granted.firm()).isEqualTo(firm);
        assertThat(granted.data().path("userId").stringValue()).isEqualTo(user.toString());
        assertThat(granted.data().path("role").stringValue()).isEqualTo("ACCOUNTANT");
        assertThat(granted.data().path("primary").booleanValue()).isTrue();
        api.adminOf(firm).get(ASSIGNMENT, id).expectHeader().valueEquals("ETag", "\"1\"");
        api.adminOf(firm)
                .get(ASSIGNMENTS + "?status=ACTIVE")
                .expectBody()
                .jsonPath("$.items[0].userId")
                .isEqualTo(user.toString());
    }

    @Test
    void administratorLearnsNothingOfStrangers() {
        for (var stranger : List.of(user, Identifiers.next())) {
            api.adminOf(firm)
                    .post(ASSIGNMENTS, Map.of("userId", stranger, "role", "STAFF"))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("userId")
                    .jsonPath("$.errors[0].code")
                    .isEqualTo("UNKNOWN")
                    .jsonPath("$.userName")
                    .doesNotExist();
        }
        api.access(user, firm).expectStatus().isNotFound();
    }

    @Test
    void accountantGrantsNothing() {
        http.as(TestCallers.accountant(firm))
                .post(ASSIGNMENTS, Map.of("userId", user, "role", "ADMIN"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void ownersLoginIsLinkedToTheOwner() {
        api.grant(firm, user, "OWNER", Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("ownerId");
    }

    @Test
    void unknownUserAndUnknownFirmAreNotFound() {
        api.grant(firm, Identifiers.next(), "STAFF", Map.of()).expectStatus().isNotFound();
        api.grant(TestCallers.newFirm(), user, "STAFF", Map.of()).expectStatus().isNotFound();
    }

    @Test
    void idIsTakenOnce() {
        var id = api.assign(firm, user, "STAFF");

        api.grant(firm, api.newUser(), "STAFF", Map.of("id", id))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUPLICATE");
    }

    @Test
    void ofManySimultaneousAssignmentsOneWins() throws Exception {
        var answers = atOnce(IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(_ -> () -> api.grant(firm, user, "STAFF", Map.of())
                        .returnResult(Void.class)
                        .getStatus()
                        .value())
                .toList());

        assertThat(answers)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(409);
    }

    @Test
    void simultaneousChoicesLeaveOnePrimaryFirm() throws Exception {
        var firms = List.of(firm, api.newFirm(), api.newFirm(), api.newFirm());
        firms.forEach(each -> api.assign(each, user, "STAFF"));

        var answers = atOnce(IntStream.range(0, 16)
                .mapToObj(i -> firms.get(i % firms.size()))
                .<Callable<Integer>>map(chosen -> () -> choosePrimary(chosen))
                .toList());

        assertThat(answers).containsOnly(204);
        api.as(user, firm, Role.STAFF)
                .get("/api/v1/me")
                .expectBody()
                .jsonPath("$.firms.length()")
                .isEqualTo(4)
                .jsonPath("$.firms[?(@.primary == true)].id")
                .value((List<String> primary) -> assertThat(primary).hasSize(1));
    }

    @Test
    void endingThePrimaryFirmMakesAnotherPrimary() {
        var first = api.assign(firm, user, "STAFF");
        var second = api.newFirm();
        api.assign(second, user, "VIEWER");
        api.access(user).expectBody().jsonPath("$.firmId").isEqualTo(firm.toString());

        api.adminOf(firm).delete(ASSIGNMENT, 1, first).expectStatus().isNoContent();

        api.access(user).expectBody().jsonPath("$.firmId").isEqualTo(second.toString());
        api.access(user, firm).expectStatus().isNotFound();
        assertThat(events.await("rems.firm.AssignmentEnded.v1", first)
                        .data()
                        .path("userId")
                        .stringValue())
                .isEqualTo(user.toString());
        events.await(
                event -> event.type().equals("rems.firm.PrimaryFirmChanged.v1")
                        && event.subject().equals(user)
                        && event.data().path("firmId").stringValue("").equals(second.toString()),
                "the second firm as the primary one");
    }

    @Test
    void whoWasLetGoMayComeBack() {
        var first = api.assign(firm, user, "STAFF");
        api.adminOf(firm).delete(ASSIGNMENT, 1, first).expectStatus().isNoContent();

        api.assign(firm, user, "MANAGER");

        api.access(user).expectBody().jsonPath("$.role").isEqualTo("MANAGER");
        api.adminOf(firm)
                .get(ASSIGNMENT, first)
                .expectBody()
                .jsonPath("$.endedAt")
                .exists();
    }

    @Test
    void endingNamesTheVersionThatIsMeant() {
        var id = api.assign(firm, user, "STAFF");
        var admin = api.adminOf(firm);

        admin.client().delete().uri(ASSIGNMENT, id).exchange().expectStatus().isEqualTo(428);
        admin.delete(ASSIGNMENT, 7, id).expectStatus().isEqualTo(412);
        admin.delete(ASSIGNMENT, 1, id).expectStatus().isNoContent();
        admin.delete(ASSIGNMENT, 2, id)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ASSIGNMENT_ENDED");
    }

    @Test
    void anotherFirmsAssignmentDoesNotExist() {
        var foreign = api.assign(firm, user, "STAFF");
        var other = api.adminOf(api.newFirm());

        other.get(ASSIGNMENT, foreign).expectStatus().isNotFound();
        other.delete(ASSIGNMENT, 1, foreign).expectStatus().isNotFound();
        other.get(ASSIGNMENTS).expectBody().jsonPath("$.items").isEmpty();
        api.access(user, firm).expectStatus().isOk();
    }

    @Test
    void operatorChangesWhoWorksInAFirmByTheSameCommands() {
        var id = api.assign(firm, user, "STAFF");
        var operator = api.operator();
        var path = "/api/v1/platform/firms/" + firm + "/assignments";
        operator.get(path + "?user={user}", user)
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(id.toString());
        operator.get(path + "/{id}", id).expectHeader().valueEquals("ETag", "\"1\"");

        operator.put(path + "/{id}", 1, Map.of("role", "MANAGER", "from", api.from(firm, id)), id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.role")
                .isEqualTo("MANAGER");
        api.command(operator, path + "/" + id + "/suspension", 1).expectStatus().isEqualTo(412);
        api.command(operator, path + "/" + id + "/suspension", 2).expectStatus().isOk();
        api.access(user, firm).expectStatus().isNotFound();
        api.command(operator, path + "/" + id + "/resumption", 3).expectStatus().isOk();
        api.access(user, firm).expectStatus().isOk();

        var suspended = events.await("rems.firm.AssignmentSuspended.v1", id);
        assertThat(suspended.firm()).isEqualTo(firm);
        assertThat(suspended.data().path("reason").stringValue()).isEqualTo("It is time");
    }

    @Test
    void operatorFindsAnAssignmentOnlyInItsFirmAndFirmsAdministratorsDoNotActAsHeDoes() {
        var id = api.assign(firm, user, "STAFF");
        var elsewhere = "/api/v1/platform/firms/" + api.newFirm() + "/assignments/" + id;
        var here = "/api/v1/platform/firms/" + firm + "/assignments/" + id;
        var change = Map.of("role", "MANAGER", "from", api.from(firm, id));

        api.operator().get(elsewhere).expectStatus().isNotFound();
        api.operator().put(elsewhere, 1, change).expectStatus().isNotFound();
        api.command(api.operator(), elsewhere + "/suspension", 1).expectStatus().isNotFound();
        api.adminOf(firm).get(here).expectStatus().isForbidden();
        api.adminOf(firm).put(here, 1, change).expectStatus().isForbidden();
        api.command(api.adminOf(firm), here + "/resumption", 1).expectStatus().isForbidden();
    }

    @Test
    void onlyTheGatewayLooksUpAccess() {
        api.assign(firm, user, "ADMIN");

        api.access(user)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.accessLevel")
                .isEqualTo("FULL")
                .jsonPath("$.userActive")
                .isEqualTo(true);
        api.access(Identifiers.next()).expectStatus().isNotFound();
        for (var caller : List.of(
                TestCallers.admin(firm),
                TestCallers.platformAdministrator(),
                Caller.service("approval", FirmId.PLATFORM))) {
            http.as(caller)
                    .get("/api/v1/internal/users/{user}/access", user)
                    .expectStatus()
                    .isForbidden();
        }
    }

    @Test
    void restrictedAdministratorReadsOnly() {
        var restricted = http.as(TestCallers.as(firm, Role.ADMIN, AccessLevel.RESTRICTED));

        restricted.get(ASSIGNMENTS).expectStatus().isOk();
        restricted
                .post(ASSIGNMENTS, Map.of("userId", user, "role", "STAFF"))
                .expectStatus()
                .isForbidden();
    }

    private int choosePrimary(FirmId chosen) {
        return api.as(user, firm, Role.STAFF)
                .client()
                .put()
                .uri("/api/v1/me/primary-firm")
                .bodyValue(Map.of("firmId", chosen.value()))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
