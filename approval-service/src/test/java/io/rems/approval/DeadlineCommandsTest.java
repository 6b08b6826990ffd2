package io.rems.approval;

import static io.rems.approval.Answers.invalid;
import static io.rems.approval.Answers.json;
import static io.rems.approval.Answers.refused;
import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** What administrators do about the time that those have who decide. */
@ApprovalServiceTest
class DeadlineCommandsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ONE = "/api/v1/expenses/{id}/";
    private static final Map<String, String> BECAUSE = Map.of("reason", "The owner is abroad");

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
    RemsHttp.AsCaller admin;
    UUID fatima = newOwner();
    UUID expense;

    @BeforeEach
    void submitInAFirm() {
        firm = firms.open();
        admin = firm.admin();
        expense = firm.submit(firm.property(part(fatima, "1/1")), "4500.000");
    }

    @Test
    void whatIsPausedNeitherRemindsNorEscalatesAndGoesOnWithTheTimeThatWasLeft() {
        firm.letPass(expense, Duration.ofHours(10));
        post("deadline-pause", BECAUSE).expectStatus().isOk();
        firm.letPass(expense, Duration.ofDays(9));
        run();
        firm.hasState(expense, "PENDING");

        var view = json(post("deadline-resumption", Map.of("reason", "He is back")));

        assertThat(hoursUntil(view.path("deadline"))).isBetween(61L, 62L);
        assertThat(view.path("happened").findValuesAsString("what")).containsExactly("PAUSE", "RESUMPTION");
        assertThat(view.path("happened").findValuesAsString("reason"))
                .containsExactly("The owner is abroad", "He is back");
        assertThat(events.await("rems.approval.ApprovalPaused.v1", expense).aggregateVersion())
                .isEqualTo(4);
        assertThat(events.await("rems.approval.ApprovalResumed.v1", expense)
                        .data()
                        .path("deadline"))
                .isEqualTo(view.path("deadline"));
        var timeline = json(admin.get(ONE + "timeline", expense));
        assertThat(timeline.path("entries").findValuesAsString("event")).endsWith("ApprovalPaused", "ApprovalResumed");
    }

    @Test
    void aPauseWithAnEndGoesOnByItselfAtThatInstantHoweverLateSomebodyLooks() {
        var until = Instant.now().plus(Duration.ofHours(20));
        post("deadline-pause", Map.of("reason", "Eid", "until", until.toString()))
                .expectStatus()
                .isOk();
        firm.letPass(expense, Duration.ofHours(30));

        Flux.range(0, 3).flatMap(_ -> runner.runOnce(escalation), 3).blockLast(PATIENCE);

        var resumed = events.await("rems.approval.ApprovalResumed.v1", expense).data();
        assertThat(resumed.path("by").isString()).isFalse();
        assertThat(hoursUntil(resumed.path("deadline"))).isBetween(61L, 62L);
        firm.hasState(expense, "PENDING");
    }

    @Test
    void whoeverVotesDuringAPauseIsCounted() {
        post("deadline-pause", BECAUSE).expectStatus().isOk();

        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();

        firm.hasState(expense, "APPROVED");
        refused(post("deadline-resumption", BECAUSE), "ALREADY_DECIDED");
    }

    @Test
    void anExtensionMovesTheDeadlineAndWhatFollowsIt() {
        var before = json(admin.get(ONE + "escalation", expense));

        var after = json(extend(3, Map.of("reason", "Another quote is coming", "by", "PT48H")));

        assertThat(instant(after.path("deadline")))
                .isEqualTo(instant(before.path("deadline")).plus(Duration.ofDays(2)));
        assertThat(after.path("coming")).hasSameSizeAs(before.path("coming"));
        var told = events.await("rems.approval.ApprovalExtended.v1", expense).data();
        assertThat(instant(told.path("previousDeadline"))).isEqualTo(instant(before.path("deadline")));
        assertThat(instant(told.path("deadline"))).isEqualTo(instant(after.path("deadline")));
        assertThat(json(admin.get("/api/v1/approvals/pending?scope=firm"))
                        .at("/items/0/deadline")
                        .stringValue())
                .isEqualTo(after.path("deadline").stringValue());
        firm.letPass(expense, Duration.ofHours(73));
        run();
        firm.hasState(expense, "PENDING");
    }

    @Test
    void anExtensionIsLaterThanWhatHoldsAndOfWhatWasSeen() {
        invalid(extend(3, BECAUSE), "until", "AMBIGUOUS");
        invalid(extend(3, Map.of("reason", "Why not", "by", "PT0S")), "by", "OUT_OF_RANGE");
        var sooner = Instant.now().plus(Duration.ofHours(1)).toString();
        refused(extend(3, Map.of("reason", "Hurry", "until", sooner)), "NOT_LATER");
        refused(extend(2, Map.of("reason", "More", "by", "PT1H")), HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        firm.letPass(expense, Duration.ofHours(73));
        run();
        refused(extend(6, Map.of("reason", "More", "by", "P30D")), "ALREADY_ESCALATED");
    }

    @Test
    void onlyAdministratorsConductAndOnlyWhatIsBeforeSomebody() {
        for (var other : List.of(firm.accountant(), firm.owner(fatima))) {
            refused(other.post(ONE + "deadline-pause", BECAUSE, expense), HttpStatus.FORBIDDEN, "PERMISSION_DENIED");
        }
        refused(firms.open().admin().post(ONE + "deadline-pause", BECAUSE, expense), HttpStatus.NOT_FOUND, "NOT_FOUND");
        var draft = firm.add("/api/v1/expenses", firm.expense(firm.property(), "10.000"));
        refused(admin.post(ONE + "deadline-pause", BECAUSE, draft), "NOT_PENDING");
    }

    @RepeatedTest(8)
    void ofTwoAdministratorsAtTheSameInstantOneIsToldWhatTheOtherDid() throws Exception {
        var pauses = atOnce(List.of(() -> post("deadline-pause", BECAUSE), () -> post("deadline-pause", BECAUSE)));
        assertThat(pauses).containsExactlyInAnyOrder(200, 409);

        post("deadline-resumption", BECAUSE).expectStatus().isOk();
        var more = Map.of("reason", "More", "by", "PT1H");
        assertThat(atOnce(List.of(() -> extend(5, more), () -> extend(5, more))))
                .containsExactlyInAnyOrder(200, 412);
    }

    @RepeatedTest(8)
    void anExtensionAVoteAndTheEscalationAtTheSameInstantLeaveOneOutcome() throws Exception {
        firm.letPass(expense, Duration.ofHours(73));
        var more = Map.of("reason", "More", "by", "PT96H");

        var answers = atOnce(List.of(() -> extend(3, more), () -> firm.approve(firm.owner(fatima), expense), () -> {
            run();
            return admin.get(ONE + "escalation", expense);
        }));

        assertThat(answers.get(0)).isIn(200, 409, 412);
        assertThat(answers.get(1)).isEqualTo(200);
        firm.hasState(expense, "APPROVED");
        assertThat(json(admin.get(ONE + "escalation", expense)).path("coming")).isEmpty();
        var versions =
                json(admin.get(ONE + "timeline", expense)).path("entries").findValuesAsString("version");
        assertThat(versions).doesNotHaveDuplicates();
    }

    private ResponseSpec post(String command, Map<String, ?> body) {
        return admin.post(ONE + command, body, expense);
    }

    private ResponseSpec extend(long version, Map<String, ?> body) {
        return admin.send(
                HttpMethod.POST, ONE + "deadline-extension", body, Map.of("If-Match", "\"" + version + "\""), expense);
    }

    private void run() {
        runner.runOnce(escalation).block(PATIENCE);
    }

    private static Instant instant(JsonNode text) {
        return Instant.parse(text.stringValue());
    }

    private static long hoursUntil(JsonNode instant) {
        return Duration.between(Instant.now(), instant(instant)).toHours();
    }

    private static List<Integer> atOnce(List<Callable<ResponseSpec>> calls) throws Exception {
        var start = new CyclicBarrier(calls.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(calls.stream()
                    .<Callable<Integer>>map(call -> () -> {
                        start.await(10, TimeUnit.SECONDS);
                        return call.call()
                                .expectBody()
                                .returnResult()
                                .getStatus()
                                .value();
                    })
                    .toList());
            return answers.stream().map(Future::resultNow).toList();
        }
    }
}
