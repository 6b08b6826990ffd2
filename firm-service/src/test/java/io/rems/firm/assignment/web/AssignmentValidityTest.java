package io.rems.firm.assignment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.firm.FirmApi;
import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;

/** From when to when assignments hold, and what time does with them by itself. */
@RemsTest
class AssignmentValidityTest {
    private static final String ASSIGNMENT = "/api/v1/assignments/{id}";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    @Autowired
    private DueWorkRunner timers;

    @Autowired
    @Qualifier("assignmentsInTime")
    private DueWork assignmentsInTime;

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
    void nobodyIsLetInBeforeItBegins() {
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        var id = granted(user, Map.of("from", tomorrow, "primary", true));

        api.access(user, firm).expectStatus().isNotFound();
        isStatus(id, "SCHEDULED");
        api.adminOf(firm).get(ASSIGNMENT, id).expectBody().jsonPath("$.primary").isEqualTo(false);
    }

    @Test
    void timeStartsOnceAndTellsOthers() {
        var other = api.newFirm();
        api.assign(other, user, "STAFF");
        var id = granted(user, Map.of("from", Instant.now().plusMillis(700), "primary", true));
        api.access(user).expectBody().jsonPath("$.firmId").isEqualTo(other.toString());

        var started = events.await("rems.firm.AssignmentStarted.v1", id);

        assertThat(started.data().path("primary").booleanValue()).isTrue();
        assertThat(started.data().path("status").stringValue()).isEqualTo("ACTIVE");
        api.access(user).expectBody().jsonPath("$.firmId").isEqualTo(firm.toString());
        assertThat(timesOf("rems.firm.AssignmentStarted.v1", id)).isEqualTo(1);
    }

    @Test
    void nobodyIsLetInBeyondItsEnd() {
        var until = Instant.now().plusMillis(1200);
        var id = granted(user, Map.of("until", until));
        api.access(user, firm)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.until")
                .exists();

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !Instant.now().isBefore(until));

        api.access(user, firm).expectStatus().isNotFound();
        isStatus(id, "ENDED");
    }

    @Test
    void timeEndsOnceAndMovesThePrimaryFirm() {
        var id = granted(user, Map.of("until", Instant.now().plusMillis(900)));
        var second = api.newFirm();
        api.assign(second, user, "STAFF");

        await().atMost(PATIENCE)
                .until(() -> api.access(user, firm)
                        .returnResult(Void.class)
                        .getStatus()
                        .isSameCodeAs(HttpStatus.NOT_FOUND));
        Flux.range(0, 6).flatMap(_ -> timers.runOnce(assignmentsInTime)).blockLast(PATIENCE);
        var ended = events.await("rems.firm.AssignmentEnded.v1", id);

        assertThat(ended.data().path("userId").stringValue()).isEqualTo(user.toString());
        assertThat(ended.data().path("endedAt").stringValue())
                .isEqualTo(ended.data().path("until").stringValue());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> api.access(user).expectBody().jsonPath("$.firmId").isEqualTo(second.toString()));
        assertThat(timesOf("rems.firm.AssignmentEnded.v1", id)).isEqualTo(1);
    }

    @Test
    void oneAssignmentFollowsAnother() {
        var change = Instant.now().plusMillis(900);
        granted(user, Map.of("until", change));
        var next = Identifiers.next();
        api.grant(firm, user, "MANAGER", Map.of("id", next, "from", change))
                .expectStatus()
                .isCreated();

        events.await("rems.firm.AssignmentStarted.v1", next);

        api.access(user, firm).expectBody().jsonPath("$.role").isEqualTo("MANAGER");
    }

    @Test
    void overlappingValidityIsRefused() {
        var now = Instant.now();
        granted(user, Map.of("from", now, "until", now.plus(Duration.ofDays(10))));

        for (var from : new Instant[] {now, now.plus(Duration.ofDays(9)), now.minus(Duration.ofDays(1))}) {
            isRefused(api.grant(firm, user, "STAFF", Map.of("from", from)), "ALREADY_ASSIGNED");
        }
        api.grant(firm, user, "STAFF", Map.of("from", now.plus(Duration.ofDays(10))))
                .expectStatus()
                .isCreated();
    }

    @Test
    void whatIsPastIsNotRewritten() {
        var now = Instant.now();
        var id = granted(user, Map.of("from", now.minus(Duration.ofDays(5))));
        api.command(firm, id, "end", 1).expectStatus().is2xxSuccessful();

        isRefused(api.grant(firm, user, "STAFF", Map.of("from", now.minus(Duration.ofDays(2)))), "ALREADY_ASSIGNED");
    }

    @Test
    void endIsAfterTheBeginningAndInTheFuture() {
        var now = Instant.now();

        isInvalid(api.grant(firm, user, "STAFF", Map.of("from", now.plusSeconds(60), "until", now)), "BEFORE_FROM");
        isInvalid(
                api.grant(firm, user, "STAFF", Map.of("from", now.minusSeconds(60), "until", now.minusSeconds(1))),
                "PAST");
        var id = granted(user, Map.of());
        isInvalid(changed(id, 1, Map.of("role", "STAFF", "from", now.minusSeconds(60), "until", now)), "PAST");
    }

    @Test
    void changeNamesTheVersionThatIsMeant() {
        var id = granted(user, Map.of());
        var manager = Map.<String, Object>of("role", "MANAGER", "from", api.from(firm, id), "reason", "Promoted");

        api.adminOf(firm)
                .client()
                .put()
                .uri(ASSIGNMENT, id)
                .bodyValue(manager)
                .exchange()
                .expectStatus()
                .isEqualTo(428);
        changed(id, 7, manager).expectStatus().isEqualTo(412);
        changed(id, 1, manager).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        changed(id, 1, manager).expectStatus().isEqualTo(412);

        api.access(user, firm).expectBody().jsonPath("$.role").isEqualTo("MANAGER");
        var event = events.await("rems.firm.AssignmentChanged.v1", id);
        assertThat(event.data().path("role").stringValue()).isEqualTo("MANAGER");
        assertThat(event.data().path("reason").stringValue()).isEqualTo("Promoted");
    }

    @Test
    void ofTwoSimultaneousChangesOneWins() throws Exception {
        var id = granted(user, Map.of());
        var from = api.from(firm, id);

        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = List.<Callable<Integer>>of(
                    () -> status(changed(id, 1, Map.of("role", "MANAGER", "from", from))),
                    () -> status(changed(id, 1, Map.of("role", "VIEWER", "from", from))));
            for (var answer : threads.invokeAll(changes)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void beginningThatHasPassedStays() {
        var id = granted(user, Map.of());

        isRefused(changed(id, 1, Map.of("role", "STAFF", "from", Instant.now().plusSeconds(60))), "ALREADY_STARTED");
    }

    @Test
    void suspendedIsLetInAgainOnceResumed() {
        var id = granted(user, Map.of());

        api.command(firm, id, "suspension", 1)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("SUSPENDED");
        api.access(user, firm).expectStatus().isNotFound();
        isRefused(api.command(firm, id, "suspension", 2), "ASSIGNMENT_SUSPENDED");
        events.await("rems.firm.AssignmentSuspended.v1", id);

        api.command(firm, id, "resumption", 2).expectStatus().isOk();
        api.access(user, firm).expectStatus().isOk();
        api.access(user).expectBody().jsonPath("$.firmId").isEqualTo(firm.toString());
        events.await("rems.firm.AssignmentResumed.v1", id);
    }

    @Test
    void suspendedNeedsAReasonAndAVersion() {
        var id = granted(user, Map.of());

        api.adminOf(firm)
                .post(ASSIGNMENT + "/suspension", Map.of("reason", "Because"), id)
                .expectStatus()
                .isEqualTo(428);
        api.adminOf(firm)
                .client()
                .post()
                .uri(ASSIGNMENT + "/suspension", id)
                .header("If-Match", "\"1\"")
                .bodyValue(Map.of("reason", " "))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        api.command(api.adminOf(api.newFirm()), "/api/v1/assignments/" + id + "/suspension", 1)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void historySaysWhoDidWhatWhenAndWhy() {
        var id = granted(user, Map.of("reason", "Hired"));
        api.command(firm, id, "suspension", 1).expectStatus().is2xxSuccessful();
        var colleague = api.newUser();
        api.assign(firm, colleague, "ADMIN");
        var administrator =
                new Caller(Actor.user(colleague), colleague, firm, Role.ADMIN, AccessLevel.FULL, false, null, null);
        api.command(http.as(administrator), "/api/v1/assignments/" + id + "/end", 2)
                .expectStatus()
                .isOk();

        api.adminOf(firm)
                .get(ASSIGNMENT + "/history", id)
                .expectBody()
                .jsonPath("$.items[*].change")
                .isEqualTo(List.of("GRANTED", "SUSPENDED", "ENDED"))
                .jsonPath("$.items[0].reason")
                .isEqualTo("Hired")
                .jsonPath("$.items[0].before")
                .isEmpty()
                .jsonPath("$.items[1].before.status")
                .isEqualTo("ACTIVE")
                .jsonPath("$.items[1].after.status")
                .isEqualTo("SUSPENDED")
                .jsonPath("$.items[2].after.endedAt")
                .exists()
                .jsonPath("$.items[2].actor")
                .isEqualTo(colleague.toString())
                .jsonPath("$.items[2].actorName")
                .isEqualTo("User " + colleague)
                .jsonPath("$.items[0].actorName")
                .isEmpty()
                .jsonPath("$.items[2].recordedAt")
                .exists();
        api.adminOf(api.newFirm())
                .get(ASSIGNMENT + "/history", id)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void listIsFilteredByRoleStatusAndUser() {
        granted(user, Map.of());
        api.assign(firm, api.newUser(), "VIEWER");
        granted(api.newUser(), Map.of("from", Instant.now().plus(Duration.ofDays(1))));
        var admin = api.adminOf(firm);

        var suspended = api.assign(firm, api.newUser(), "VIEWER");
        api.command(firm, suspended, "suspension", 1).expectStatus().is2xxSuccessful();
        var ended = api.assign(firm, api.newUser(), "VIEWER");
        api.command(firm, ended, "end", 1).expectStatus().is2xxSuccessful();
        var shown = Map.of(
                "role=STAFF",
                2,
                "status=SCHEDULED",
                1,
                "user=" + user,
                1,
                "role=ADMIN",
                0,
                "status=ACTIVE",
                2,
                "status=SUSPENDED",
                1,
                "status=ENDED",
                1,
                "status=ACTIVE&role=VIEWER",
                1);
        for (var filter : shown.entrySet()) {
            admin.get("/api/v1/assignments?" + filter.getKey())
                    .expectBody()
                    .jsonPath("$.items.length()")
                    .isEqualTo(filter.getValue());
        }
        admin.get("/api/v1/assignments?status=NEVER").expectStatus().isBadRequest();
    }

    private UUID granted(UUID user, Map<String, Object> more) {
        var id = Identifiers.next();
        var body = new HashMap<>(more);
        body.put("id", id);
        api.grant(firm, user, "STAFF", body).expectStatus().isCreated();
        return id;
    }

    private ResponseSpec changed(UUID id, long version, Map<String, Object> body) {
        return api.adminOf(firm).put(ASSIGNMENT, version, body, id);
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }

    private void isStatus(UUID id, String status) {
        api.adminOf(firm).get(ASSIGNMENT, id).expectBody().jsonPath("$.status").isEqualTo(status);
    }

    private long timesOf(String type, UUID id) {
        return events.all().stream()
                .filter(event -> event.type().equals(type) && event.subject().equals(id))
                .count();
    }

    private static void isRefused(ResponseSpec answer, String code) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private static void isInvalid(ResponseSpec answer, String code) {
        answer.expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("until")
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }
}
