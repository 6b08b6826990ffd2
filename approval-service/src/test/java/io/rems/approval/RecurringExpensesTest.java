package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rems.platform.access.Actor;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.Due;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What comes again and again. */
@ApprovalServiceTest
class RecurringExpensesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ALL = "/api/v1/recurring-expenses";
    private static final String ONE = ALL + "/{id}";
    private static final String OCCURRED = "rems.approval.RecurringExpenseOccurred.v1";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Kuwait"));

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    @Autowired
    FirmSql database;

    @Autowired
    Transactions transactions;

    @Autowired
    DueWorkRunner runner;

    @Autowired
    @Qualifier("recurrence")
    DueWork recurrence;

    TestFirm firm;
    UUID property;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        property = firm.property(part(newOwner(), "1/1"));
    }

    @Test
    void whatWasMissedIsRecordedOnceADayItFellOnHoweverManyReplicasRun() {
        var recurring = begin(Map.of("everyMonths", 1, "day", TODAY.getDayOfMonth(), "from", TODAY.minusMonths(3)));

        for (int turn = 0; turn < 5; turn++) {
            Flux.range(0, 4).flatMap(_ -> runner.runOnce(recurrence), 4).blockLast(PATIENCE);
        }

        var occurrences = Answers.json(firm.accountant().get(ONE + "/occurrences", recurring))
                .path("items");
        assertThat(occurrences.findValuesAsString("date"))
                .containsExactly(
                        TODAY.toString(),
                        TODAY.minusMonths(1).toString(),
                        TODAY.minusMonths(2).toString(),
                        TODAY.minusMonths(3).toString());
        assertThat(Answers.ids(firm.accountant().get("/api/v1/expenses?sort=-date"), "id"))
                .extracting(UUID::toString)
                .containsExactlyElementsOf(occurrences.findValuesAsString("expenseId"));
        events.await(event -> event.type().equals(OCCURRED) && event.aggregateVersion() == 5, "the fourth occurrence");
        assertThat(events.all())
                .filteredOn(event ->
                        event.type().equals(OCCURRED) && event.subject().equals(recurring))
                .extracting(event -> event.data().path("late").asBoolean())
                .containsExactly(true, true, true, false);
        firm.accountant()
                .get(ONE, recurring)
                .expectBody()
                .jsonPath("$.nextOn")
                .isEqualTo(TODAY.plusMonths(1).toString());
    }

    @Test
    void aCrashBeforeTheCommitLosesNothingAndRecordsNothing() {
        var recurring = begin(nextMonth());
        var crash = database.sql("UPDATE recurring_expense SET first_day = :today, next_on = :today, due_at = now()"
                        + " WHERE firm_id = :firm AND id = :id")
                .bind("today", TODAY)
                .bind("id", recurring)
                .update()
                .then(Mono.defer(() -> recurrence.each().apply(new Due(firm.id(), recurring))))
                .then(Mono.<Void>error(new IllegalStateException("Killed")));

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions
                        .inFirm(firm.id(), Actor.service("approval"), crash)
                        .block(PATIENCE));
        assertThat(recorded()).isEmpty();
        firm.fallsOn(recurring, TODAY);
        runner.runOnce(recurrence).block(PATIENCE);
        runner.runOnce(recurrence).block(PATIENCE);

        events.await(OCCURRED, recurring);
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void whatIsSubmittedAtOnceIsNotDecidedByWhoSaidSo() {
        var administrator = firm.admin();
        var ofFirm = firm.property();
        firm.ownership(ofFirm, 1);
        var body = recurring(monthly(TODAY));
        body.put("propertyId", ofFirm);
        body.put("amount", Map.of("amount", "4500.000", "currency", "KWD"));
        body.put("submit", true);
        var recurring = UUID.fromString(
                Answers.json(administrator.post(ALL, body)).path("id").asString());

        runner.runOnce(recurrence).block(PATIENCE);

        events.await(OCCURRED, recurring);
        var expense = recorded().getFirst();
        firm.hasState(expense, "PENDING");
        Answers.refused(firm.approve(administrator, expense), "OWN_SUBMISSION");
        firm.approve(firm.admin(), expense).expectStatus().isOk();
    }

    @Test
    void whatCannotBeRecordedIsPausedAndSaysWhyUntilItIsResumed() {
        var recurring = begin(nextMonth());
        var blocked = Map.of("reason", "Insolvent");
        firm.accountant()
                .post("/api/v1/vendors/{id}/blocking", blocked, firm.vendor())
                .expectStatus()
                .isOk();
        firm.fallsOn(recurring, TODAY);

        runner.runOnce(recurrence).block(PATIENCE);

        events.await("rems.approval.RecurringExpensePaused.v1", recurring);
        firm.accountant()
                .get(ONE, recurring)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PAUSED")
                .jsonPath("$.stoppedBecause")
                .isEqualTo("vendorId is blocked");
        assertThat(recorded()).isEmpty();

        firm.accountant()
                .command("/api/v1/vendors/{id}/unblocking", firm.vendor())
                .expectStatus()
                .isOk();
        firm.accountant()
                .post(ONE + "/resumption", Map.of("from", TODAY), recurring)
                .expectStatus()
                .isOk();
        runner.runOnce(recurrence).block(PATIENCE);
        events.await(OCCURRED, recurring);
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void itIsChangedPausedResumedAndEnded() {
        var later = begin(monthly(TODAY.plusDays(40)));

        firm.accountant()
                .put(ONE, 1, recurring(Map.of("everyMonths", 12, "day", 31, "from", "2027-02-01")), later)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.nextOn")
                .isEqualTo("2027-02-28");
        firm.accountant()
                .put(ONE, 1, recurring(monthly(TODAY)), later)
                .expectStatus()
                .isEqualTo(412);
        command("/pause", later, Map.of("reason", "Works")).expectStatus().isOk();
        Answers.refused(command("/pause", later, Map.of("reason", "Works")), "NOT_ACTIVE");
        command("/resumption", later, Map.of()).expectStatus().isOk();
        Answers.refused(command("/resumption", later, Map.of()), "NOT_PAUSED");
        assertThat(Answers.json(firm.accountant().get(ONE + "/dates?count=2", later))
                        .path("dates")
                        .toString())
                .isEqualTo("[\"2027-02-28\",\"2028-02-29\"]");
        command("/end", later, Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ENDED");
        Answers.refused(command("/end", later, Map.of()), "ALREADY_ENDED");
        assertThat(events.await("rems.approval.RecurringExpenseEnded.v1", later).aggregateVersion())
                .isEqualTo(5);
    }

    @Test
    void aScheduleIsSeenBeforeItIsKept() {
        var quarterly = Map.of("everyMonths", 3, "day", 31, "from", "2026-01-01", "until", "2026-12-31");

        assertThat(Answers.json(firm.accountant().post(ALL + "/preview", quarterly))
                        .path("dates")
                        .toString())
                .isEqualTo("[\"2026-01-31\",\"2026-04-30\",\"2026-07-31\",\"2026-10-31\"]");
        Answers.invalid(
                firm.accountant().post(ALL, recurring(monthly(TODAY.minusYears(2)))), "schedule.from", "OUT_OF_RANGE");
    }

    @Test
    void anotherFirmFindsNone() {
        var recurring = begin(monthly(TODAY.plusDays(3)));
        var foreign = firms.open().accountant();

        foreign.get(ONE, recurring).expectStatus().isNotFound();
        foreign.get(ONE + "/dates", recurring).expectStatus().isNotFound();
        foreign.get(ONE + "/occurrences", recurring).expectStatus().isNotFound();
        foreign.command(ONE + "/end", recurring).expectStatus().isNotFound();
        assertThat(Answers.ids(foreign.get(ALL), "id")).isEmpty();
        assertThat(Answers.ids(firm.accountant().get(ALL + "?status=ACTIVE"), "id"))
                .containsExactly(recurring);
    }

    private static Map<String, Object> monthly(LocalDate from) {
        return Map.of("everyMonths", 1, "day", from.getDayOfMonth(), "from", from);
    }

    /** On the day of the month that today is: the service's own timer finds nothing to do before the test wants it. */
    private static Map<String, Object> nextMonth() {
        return Map.of("everyMonths", 1, "day", TODAY.getDayOfMonth(), "from", TODAY.plusDays(1));
    }

    private Map<String, Object> recurring(Map<String, Object> schedule) {
        var body = new LinkedHashMap<>(firm.expense(property, "10.000"));
        body.remove("date");
        body.put("schedule", schedule);
        return body;
    }

    private UUID begin(Map<String, Object> schedule) {
        return firm.add(ALL, recurring(schedule));
    }

    private ResponseSpec command(String command, UUID recurring, Map<String, ?> body) {
        return firm.accountant().post(ONE + command, body, recurring);
    }

    private List<UUID> recorded() {
        return Answers.ids(firm.accountant().get("/api/v1/expenses"), "id");
    }
}
