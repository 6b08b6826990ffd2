package io.rems.approval;

import static io.rems.approval.Answers.json;
import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.rems.platform.access.Actor;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.Due;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reminders and both escalations, when time passes and nobody decides. */
@ApprovalServiceTest
class TimetableTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String REMINDED = "rems.approval.ApprovalReminded.v1";
    private static final String ESCALATED = "rems.approval.ApprovalEscalated.v1";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    @Autowired
    Transactions transactions;

    @Autowired
    DueWorkRunner runner;

    @Autowired
    @Qualifier("escalation")
    DueWork escalation;

    TestFirm firm;
    UUID fatima = newOwner();
    UUID yousef = newOwner();
    UUID maryam = newOwner();

    @BeforeEach
    void openFirm() {
        firm = firms.open();
    }

    @Test
    void onlyThoseWhoHaveNotVotedAreReminded() {
        var expense =
                firm.submit(firm.property(part(fatima, "1/3"), part(yousef, "1/3"), part(maryam, "1/3")), "4500.000");
        firm.approve(firm.owner(yousef), expense).expectStatus().isOk();
        firm.letPass(expense, Duration.ofHours(24));

        run();

        var reminder = events.await(REMINDED, expense).data();
        assertThat(reminder.path("voters").findValuesAsString("ownerId"))
                .containsExactlyInAnyOrder(fatima.toString(), maryam.toString());
        assertThat(reminder.path("late").asBoolean()).isFalse();
        assertThat(reminder.path("escalated").asBoolean()).isFalse();
        firm.hasState(expense, "PENDING");
    }

    @Test
    void whatWasMissedInAWeekHappensOnceInItsOrderAndLateHoweverManyReplicasRun() {
        var property = firm.property(part(fatima, "1/1"));
        var expenses = IntStream.range(0, 12)
                .mapToObj(_ -> firm.submit(property, "4500.000"))
                .toList();
        expenses.forEach(expense -> firm.letPass(expense, WEEK));

        Flux.range(0, 6).flatMap(_ -> runner.runOnce(escalation), 6).blockLast(PATIENCE);
        run();

        expenses.forEach(expense -> firm.hasState(expense, "ESCALATED"));
        expenses.forEach(expense -> events.await(
                event -> event.subject().equals(expense) && event.aggregateVersion() == 9, "the second level"));
        for (var expense : expenses) {
            var told = toldOf(expense);
            assertThat(told)
                    .extracting(TimetableTest::brief)
                    .containsExactly("Reminded", "Reminded", "Escalated 1", "Reminded", "Reminded", "Escalated 2");
            assertThat(told).extracting(ReceivedEvent::aggregateVersion).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
            assertThat(told).allMatch(event -> event.data().path("late").asBoolean());
            assertThat(told)
                    .extracting(event -> event.data().path("dueAt").stringValue())
                    .isSorted();
        }
    }

    @Test
    void aReplicaThatIsKilledInTheMiddleOfABatchLeavesNothingHalfDone() {
        var property = firm.property(part(fatima, "1/1"));
        var expenses = IntStream.range(0, 5)
                .mapToObj(_ -> firm.submit(property, "4500.000"))
                .toList();
        expenses.forEach(expense -> firm.letPass(expense, Duration.ofHours(73)));
        var crash = escalation
                .each()
                .apply(new Due(firm.id(), firm.id().value()))
                .then(Mono.<Void>error(new IllegalStateException("Killed")));

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions
                        .inFirm(firm.id(), Actor.service("approval"), crash)
                        .block(PATIENCE));
        expenses.forEach(expense -> firm.hasState(expense, "PENDING"));
        run();

        expenses.forEach(expense -> events.await(ESCALATED, expense));
        expenses.forEach(expense -> assertThat(toldOf(expense))
                .extracting(TimetableTest::brief)
                .containsExactly("Reminded", "Reminded", "Escalated 1"));
    }

    @Test
    void connectionsThatBreakInTheMiddleLoseNothingAndDoNothingTwice() {
        var property = firm.property(part(fatima, "1/1"));
        var expenses = IntStream.range(0, 10)
                .mapToObj(_ -> firm.submit(property, "4500.000"))
                .toList();
        expenses.forEach(expense -> firm.letPass(expense, Duration.ofHours(73)));

        var running = Flux.range(0, 4)
                .flatMap(_ -> runner.runOnce(escalation).onErrorComplete(), 4)
                .then()
                .toFuture();
        firm.breakConnections();
        running.join();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            run();
            expenses.forEach(expense -> firm.hasState(expense, "ESCALATED"));
        });

        expenses.forEach(expense -> events.await(ESCALATED, expense));
        expenses.forEach(expense -> assertThat(toldOf(expense))
                .extracting(TimetableTest::brief)
                .containsExactly("Reminded", "Reminded", "Escalated 1"));
    }

    @Test
    void whoeverVotesWhileItIsClaimedIsCountedAndWhatIsDecidedIsRemindedOfNoMore() {
        var property = firm.property(part(fatima, "1/1"));
        var expense = firm.submit(property, "4500.000");
        firm.letPass(expense, Duration.ofHours(25));
        run();
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();

        run();

        assertThat(toldOf(expense)).extracting(TimetableTest::brief).containsExactly("Reminded");
        var view = json(firm.admin().get("/api/v1/expenses/{id}/escalation", expense));
        assertThat(view.path("coming")).isEmpty();
        assertThat(view.path("happened").findValuesAsString("what")).containsExactly("REMINDER");
    }

    @Test
    void whatOneFirmMissedDoesNotKeepAnotherWaiting() {
        var property = firm.property(part(fatima, "1/1"));
        var many = IntStream.range(0, 3)
                .mapToObj(_ -> firm.submit(property, "4500.000"))
                .toList();
        many.forEach(expense -> firm.letPass(expense, WEEK));
        var other = firms.open();
        var one = other.submit(other.property(part(fatima, "1/1")), "4500.000");
        other.letPass(one, Duration.ofHours(72));

        run();

        other.hasState(one, "ESCALATED");
        many.forEach(expense -> firm.hasState(expense, "ESCALATED"));
        assertThat(events.await(ESCALATED, one).firm()).isEqualTo(other.id());
    }

    @Test
    void aRequestShowsWhatWasDoneAndWhatIsStillToCome() {
        var expense = firm.submit(firm.property(part(fatima, "1/1")), "4500.000");
        firm.letPass(expense, Duration.ofHours(25));
        run();

        var view = json(firm.owner(fatima).get("/api/v1/expenses/{id}/escalation", expense));

        assertThat(view.path("happened").findValuesAsString("what")).containsExactly("REMINDER");
        assertThat(view.path("coming").findValuesAsString("what"))
                .containsExactly(
                        "REMINDER",
                        "ESCALATION",
                        "ADMINISTRATORS_REMINDER",
                        "ADMINISTRATORS_REMINDER",
                        "PLATFORM_ESCALATION");
        firm.owner(yousef)
                .get("/api/v1/expenses/{id}/escalation", expense)
                .expectStatus()
                .isNotFound();
        firms.open()
                .admin()
                .get("/api/v1/expenses/{id}/escalation", expense)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void deadlinesRunOnWorkingDaysOnlyWhereTheFirmWantsItAndThePreviewSaysSo() {
        firm.rests("Asia/Kuwait", "FRIDAY", "SATURDAY");
        firm.set("approval.businessTimeOnly", "true");
        firm.admin()
                .post("/api/v1/holidays", Map.of("name", "A holiday", "from", "2026-12-01"))
                .expectStatus()
                .isCreated();

        var line = json(firm.admin()
                .post(
                        "/api/v1/approvals/escalation-preview",
                        Map.of("priority", "NORMAL", "requestedAt", "2026-11-25T09:00:00Z")));

        assertThat(line.path("deadline").stringValue()).isEqualTo("2026-11-30T09:00:00Z");
        assertThat(line.path("steps").findValuesAsString("at"))
                .containsExactly(
                        "2026-11-26T09:00:00Z",
                        "2026-11-29T09:00:00Z",
                        "2026-11-30T09:00:00Z",
                        "2026-12-02T09:00:00Z",
                        "2026-12-03T09:00:00Z",
                        "2026-12-06T09:00:00Z");
    }

    @Test
    void whatWasPromisedHoldsWhateverIsSetLater() {
        firm.set("approval.businessTimeOnly", "true");
        var expense = firm.submit(firm.property(part(fatima, "1/1")), "4500.000");
        var before = json(firm.admin().get("/api/v1/expenses/{id}/escalation", expense));
        var today = Instant.parse(before.path("requestedAt").stringValue())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();

        firm.admin()
                .post(
                        "/api/v1/holidays",
                        Map.of(
                                "name",
                                "Mourning",
                                "from",
                                today.toString(),
                                "until",
                                today.plusDays(30).toString()))
                .expectStatus()
                .isCreated();
        firm.set("approval.escalateAfter", "PT1S");

        var after = json(firm.admin().get("/api/v1/expenses/{id}/escalation", expense));
        assertThat(after.path("coming")).isEqualTo(before.path("coming"));
        assertThat(after.path("deadline")).isEqualTo(before.path("deadline"));
    }

    private void run() {
        runner.runOnce(escalation).block(PATIENCE);
    }

    private List<ReceivedEvent> toldOf(UUID expense) {
        return events.all().stream()
                .filter(event -> event.subject().equals(expense))
                .filter(event -> Set.of(REMINDED, ESCALATED).contains(event.type()))
                .sorted(Comparator.comparing(ReceivedEvent::aggregateVersion))
                .toList();
    }

    private static String brief(ReceivedEvent event) {
        return event.type().equals(REMINDED)
                ? "Reminded"
                : "Escalated " + event.data().path("level").asInt();
    }
}
