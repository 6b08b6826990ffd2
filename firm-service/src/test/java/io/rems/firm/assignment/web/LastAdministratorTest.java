package io.rems.firm.assignment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A firm that has an administrator keeps one, whoever tries what, and however many at once. */
@RemsTest
class LastAdministratorTest {
    private static final String ASSIGNMENT = "/api/v1/assignments/{id}";

    @Autowired
    private RemsHttp http;

    private FirmApi api;
    private FirmId firm;
    private UUID administrator;
    private Instant from;

    @BeforeEach
    void oneFirmWithOneAdministrator() {
        api = new FirmApi(http);
        firm = api.newFirm();
        administrator = api.assign(firm, api.newUser(), "ADMIN");
        from = api.from(firm, administrator);
    }

    @Test
    void lastAdministratorIsNeitherEndedNorSuspendedNorDemotedNorGivenAnEnd() {
        var admin = api.adminOf(firm);

        isRefused(admin.delete(ASSIGNMENT, 1, administrator));
        isRefused(api.command(firm, administrator, "end", 1));
        isRefused(api.command(firm, administrator, "suspension", 1));
        isRefused(change(administrator, Map.of("role", "MANAGER", "from", from)));
        isRefused(change(administrator, Map.of("role", "ADMIN", "accessLevel", "STANDARD", "from", from)));
        isRefused(
                change(administrator, Map.of("role", "ADMIN", "from", from, "until", from.plus(Duration.ofDays(30)))));
        api.adminOf(firm).get(ASSIGNMENT, administrator).expectHeader().valueEquals("ETag", "\"1\"");
    }

    @Test
    void operatorCannotTakeTheLastOneAwayEither() {
        isRefused(endedByOperator(administrator));
        isRefused(commandOfOperator(administrator, "suspension", 1));
        isRefused(changedByOperator(administrator, Map.of("role", "MANAGER", "from", from), 1));

        var second = api.assign(firm, api.newUser(), "ADMIN");
        endedByOperator(administrator).expectStatus().isOk();
        isRefused(endedByOperator(second));
    }

    @Test
    void operatorDisablesTheLastOneOnlyIfHeInsists() {
        var user = userOf(administrator);

        disabled(user, Map.of("reason", "Left"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("LAST_ADMINISTRATOR")
                .jsonPath("$.facts.firms[0].id")
                .isEqualTo(firm.toString())
                .jsonPath("$.facts.firms[0].name")
                .isEqualTo("Firm " + firm)
                .jsonPath("$.facts.firms.length()")
                .isEqualTo(1);
        disabled(user, Map.of("force", true))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("reason");
        disabled(user, Map.of("force", true, "reason", "Stole the till"))
                .expectStatus()
                .isOk();
    }

    @Test
    void operatorDisablesAnAdministratorWhoIsNotMissed() {
        var staff = api.newUser();
        api.assign(firm, staff, "STAFF");
        disabled(staff, Map.of()).expectStatus().isOk();
        var leaving = api.newUser();
        api.grant(firm, leaving, "ADMIN", Map.of("until", Instant.now().plus(Duration.ofDays(1))));
        disabled(leaving, Map.of()).expectStatus().isOk();
        var closed = api.newFirm();
        var ofClosed = api.newUser();
        api.assign(closed, ofClosed, "ADMIN");
        api.operator().post("/api/v1/platform/firms/{id}/closure", Map.of("reason", "Sold"), closed);
        disabled(ofClosed, Map.of()).expectStatus().isOk();

        api.assign(firm, api.newUser(), "ADMIN");
        disabled(userOf(administrator), Map.of()).expectStatus().isOk();
    }

    @RepeatedTest(5)
    void ofTwoAdministratorsOneEndedAndOneDisabledAtOnceOneIsLeft() throws Exception {
        var second = api.newUser();
        api.assign(firm, second, "ADMIN");

        var answers = atOnce(List.of(
                () -> status(api.command(firm, administrator, "end", 1)),
                () -> status(disabled(second, Map.of("reason", "Left")))));

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void administratorsWhoDoNotStayDoNotCount() {
        api.grant(firm, api.newUser(), "ADMIN", Map.of("until", Instant.now().plus(Duration.ofDays(1))))
                .expectStatus()
                .isCreated();
        api.grant(firm, api.newUser(), "ADMIN", Map.of("from", Instant.now().plus(Duration.ofDays(1))))
                .expectStatus()
                .isCreated();
        api.grant(firm, api.newUser(), "ADMIN", Map.of("accessLevel", "STANDARD"))
                .expectStatus()
                .isCreated();
        api.assign(firm, api.invitedUser(), "ADMIN");
        var suspended = api.assign(firm, api.newUser(), "ADMIN");
        api.command(firm, suspended, "suspension", 1).expectStatus().isOk();

        isRefused(api.command(firm, administrator, "end", 1));
    }

    @Test
    void invitationThatNobodyAcceptedCanBeTakenBack() {
        var other = api.newFirm();
        var invited = api.assign(other, api.invitedUser(), "ADMIN");

        api.command(api.operator(), "/api/v1/platform/firms/" + other + "/assignments/" + invited + "/end", 1)
                .expectStatus()
                .isOk();
    }

    @RepeatedTest(5)
    void ofTwoAdministratorsWhoEndEachOtherOneWins() throws Exception {
        var second = api.assign(firm, api.newUser(), "ADMIN");

        var answers = atOnce(List.of(
                () -> status(api.command(firm, administrator, "end", 1)),
                () -> status(api.command(firm, second, "end", 1))));

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void ofManyWaysAtOnceOneAdministratorIsLeft() throws Exception {
        var all = new ArrayList<>(List.of(administrator));
        for (int i = 0; i < 3; i++) {
            all.add(api.assign(firm, api.newUser(), "ADMIN"));
        }

        var answers = atOnce(List.of(
                () -> status(api.command(firm, all.get(0), "end", 1)),
                () -> status(api.command(firm, all.get(1), "suspension", 1)),
                () -> status(change(all.get(2), Map.of("role", "STAFF", "from", api.from(firm, all.get(2))))),
                () -> status(endedByOperator(all.get(3)))));

        assertThat(answers).containsExactlyInAnyOrder(200, 200, 200, 409);
        api.adminOf(firm)
                .get("/api/v1/assignments?role=ADMIN&status=ACTIVE")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }

    private ResponseSpec change(UUID id, Map<String, Object> body) {
        return api.adminOf(firm).put(ASSIGNMENT, 1, body, id);
    }

    private ResponseSpec endedByOperator(UUID id) {
        return commandOfOperator(id, "end", 1);
    }

    private ResponseSpec commandOfOperator(UUID id, String command, long version) {
        return api.command(
                api.operator(), "/api/v1/platform/firms/" + firm + "/assignments/" + id + "/" + command, version);
    }

    private ResponseSpec changedByOperator(UUID id, Map<String, Object> body, long version) {
        return api.operator().put("/api/v1/platform/firms/{firm}/assignments/{id}", version, body, firm, id);
    }

    private ResponseSpec disabled(UUID user, Map<String, Object> body) {
        return api.operator().post("/api/v1/platform/users/{id}/disablement", body, user);
    }

    private UUID userOf(UUID assignment) {
        var user = new AtomicReference<UUID>();
        api.adminOf(firm)
                .get(ASSIGNMENT, assignment)
                .expectBody()
                .jsonPath("$.userId")
                .value((String id) -> user.set(UUID.fromString(id)));
        return Objects.requireNonNull(user.get());
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }

    private static void isRefused(ResponseSpec answer) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("LAST_ADMINISTRATOR");
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
