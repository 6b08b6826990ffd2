package io.rems.ownership.transfer;

import static io.rems.ownership.transfer.Deals.FIRM;
import static io.rems.ownership.transfer.Deals.sale;
import static io.rems.ownership.transfer.Deals.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.rems.ownership.Estate;
import io.rems.platform.access.Actor;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.Due;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RemsTest
class ScheduledTransferTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TRANSFERRED = "rems.ownership.OwnershipTransferred.v1";
    private static final ZoneId KUWAIT = ZoneId.of("Asia/Kuwait");

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    @Autowired
    TestDatabase database;

    @Autowired
    Transactions transactions;

    @Autowired
    DueWorkRunner runner;

    @Autowired
    @Qualifier("scheduledTransfers")
    DueWork work;

    Estate estate;
    Deals deals;
    UUID property;
    UUID mona;
    UUID omar;
    String day;

    @BeforeEach
    void monaHoldsHalfOfAProperty() {
        estate = new Estate(http);
        deals = new Deals(estate);
        property = estate.property("Z1");
        mona = estate.owner("Mona");
        omar = estate.owner("Omar");
        estate.give(property, mona, "1/2", "2026-01-01", null).expectStatus().isCreated();
        day = LocalDate.now(KUWAIT).plusDays(3).toString();
    }

    @Test
    void whatIsScheduledIsNotRecordedBeforeItsDay() {
        var sold = deals.scheduled(sale(property, mona, day, omar, "1/2"));

        runner.runOnce(work).block(PATIENCE);

        deals.hasState(sold, "SCHEDULED");
        deals.holds(property, day, mona, "1/2");
        var told = events.await("rems.ownership.TransferScheduled.v1", sold);
        assertThat(told.data().path("on").asString()).isEqualTo(day);
        assertThat(told.data().at("/received/0/ownerId").asString()).isEqualTo(omar.toString());
    }

    @Test
    void itTakesEffectForItsDayHoweverLateItIsLookedAt() throws Exception {
        var sold = deals.scheduled(sale(property, mona, day, omar, "1/2"));
        var meant = LocalDate.parse(day).minusDays(20);

        deals.letPass(20, sold, database);
        runner.runOnce(work).block(PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> deals.hasState(sold, "EXECUTED"));
        deals.holds(property, meant.minusDays(1).toString(), mona, "1/2");
        deals.holds(property, meant.toString(), omar, "1/2");
        assertThat(events.await(TRANSFERRED, sold).actor()).isEqualTo(Actor.service("ownership"));
    }

    /** There a day begins and ends before it does anywhere else, and here after. */
    @Test
    void theDayIsThatOfTheZoneInWhichTheFirmIsWhenItIsLookedAt() {
        var behind = "Etc/GMT+12";
        var ahead = "Pacific/Kiritimati";
        moved(1, behind);
        day = LocalDate.now(ZoneId.of(behind)).plusDays(1).toString();
        var sold = deals.scheduled(sale(property, mona, day, omar, "1/2"));
        runner.runOnce(work).block(PATIENCE);
        deals.hasState(sold, "SCHEDULED");

        moved(2, ahead);

        await().atMost(PATIENCE).untilAsserted(() -> deals.hasState(sold, "EXECUTED"));
        deals.holds(property, day, omar, "1/2");
        moved(3, behind);
        runner.runOnce(work).block(PATIENCE);
        deals.hasState(sold, "EXECUTED");
        deals.holds(property, day, omar, "1/2");
    }

    private void moved(long version, String zone) {
        var firm = estate.firm();
        events.publish(
                "firm", "rems.firm.FirmChanged.v1", firm, firm.value(), version, Map.of("name", "A", "timeZone", zone));
        await().atMost(PATIENCE)
                .untilAsserted(() -> estate.accountant()
                        .get("/api/v1/properties/{id}/ownership", property)
                        .expectBody()
                        .jsonPath("$.asOf")
                        .isEqualTo(LocalDate.now(ZoneId.of(zone)).toString()));
    }

    @Test
    void whileTheFirmIsSuspendedNothingTakesEffectAndLaterItDoesForItsDay() throws Exception {
        var sold = deals.scheduled(sale(property, mona, day, omar, "1/2"));
        told("FirmSuspended", 2, "SUSPENDED");
        deals.letPass(4, sold, database);

        runner.runOnce(work).block(PATIENCE);
        deals.hasState(sold, "SCHEDULED");
        told("FirmReactivated", 3, "ACTIVE");

        await().atMost(PATIENCE).untilAsserted(() -> deals.hasState(sold, "EXECUTED"));
        deals.holds(property, LocalDate.parse(day).minusDays(4).toString(), omar, "1/2");
    }

    private void told(String type, long version, String status) {
        var firm = estate.firm();
        events.publish(
                "firm",
                "rems.firm." + type + ".v1",
                firm,
                firm.value(),
                version,
                Map.of("name", "A", "status", status));
        await().atMost(PATIENCE).untilAsserted(() -> {
            try (var connection = database.asApp(firm);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT version FROM firm_pause")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(version);
            }
        });
    }

    @Test
    void onlyADayToComeIsScheduled() {
        var today = LocalDate.now(KUWAIT).toString();

        deals.transfer(with(sale(property, mona, today, omar, "1/2"), "schedule", true))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TRANSFER_DAY_PAST");
    }

    @Test
    void howeverManyReplicasRunItTakesEffectOnce() throws Exception {
        var sold = IntStream.range(0, 5)
                .mapToObj(_ -> deals.scheduled(sale(property, mona, day, omar, "1/10")))
                .toList();
        for (var transfer : sold) {
            deals.letPass(3, transfer, database);
        }

        Flux.range(0, 6).flatMap(_ -> runner.runOnce(work), 6).blockLast(PATIENCE);
        await().atMost(PATIENCE).untilAsserted(() -> sold.forEach(transfer -> deals.hasState(transfer, "EXECUTED")));

        sold.forEach(transfer -> events.await(TRANSFERRED, transfer));
        assertThat(transfersOf(sold)).hasSize(sold.size());
        deals.holds(property, day, FIRM, "1/2");
        deals.command(sold.getFirst(), 2, "reversal", Map.of("reason", "void"))
                .expectStatus()
                .isCreated();
        deals.holds(property, day, mona, "1/10");
    }

    @Test
    void aCrashBeforeTheCommitLosesNothingAndTellsNothing() throws Exception {
        var sold = deals.scheduled(sale(property, mona, day, omar, "1/2"));
        var crash = transactions.inFirm(
                estate.firm(),
                Actor.service("ownership"),
                Mono.defer(() -> work.each().apply(new Due(estate.firm(), sold)))
                        .then(Mono.<Void>error(new IllegalStateException("Killed"))));

        assertThatIllegalStateException().isThrownBy(() -> crash.block(PATIENCE));
        deals.hasState(sold, "SCHEDULED");
        deals.holds(property, day, mona, "1/2");
        deals.letPass(3, sold, database);
        runner.runOnce(work).block(PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> deals.hasState(sold, "EXECUTED"));
        events.await(TRANSFERRED, sold);
        assertThat(transfersOf(List.of(sold))).hasSize(1);
    }

    @Test
    void whatIsArchivedByItsDayDoesNotTakeEffectUntilItIsRestored() throws Exception {
        var villa = estate.property("V1");
        var sold = deals.scheduled(sale(villa, FIRM, day, mona, "1/2"));
        archived("properties", villa, "archival");
        var given = deals.scheduled(sale(property, mona, day, omar, "1/4"));
        archived("owners", omar, "archival");

        deals.letPass(3, sold, database);
        deals.letPass(3, given, database);
        runner.runOnce(work).block(PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> {
            deals.hasState(sold, "FAILED");
            deals.hasState(given, "FAILED");
        });
        failedFor(sold, "PROPERTY_ARCHIVED");
        failedFor(given, "OWNER_ARCHIVED");
        deals.command(given, 2, "schedule", Map.of("on", day))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("OWNER_ARCHIVED");
        archived("owners", omar, "restoration");
        deals.command(given, 2, "schedule", Map.of("on", day)).expectStatus().isOk();
        deals.command(sold, 2, "schedule", Map.of("on", day)).expectStatus().isEqualTo(409);
    }

    private void archived(String what, UUID id, String command) {
        estate.accountant()
                .post("/api/v1/" + what + "/{id}/" + command, Map.of("reason", "put away"), id)
                .expectStatus()
                .isOk();
    }

    private void failedFor(UUID transfer, String code) {
        deals.get(transfer).expectBody().jsonPath("$.failure.code").isEqualTo(code);
    }

    @Test
    void whatCannotTakeEffectTellsWhyUntilSomebodyMovesItOrCancels() throws Exception {
        var sold = deals.scheduled(sale(property, mona, day, omar, "1/2"));
        deals.transferred(sale(property, mona, "2026-02-01", FIRM, "1/4"));

        deals.letPass(3, sold, database);
        runner.runOnce(work).block(PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> deals.hasState(sold, "FAILED"));
        deals.get(sold)
                .expectBody()
                .jsonPath("$.failure.code")
                .isEqualTo("TRANSFER_EXCEEDS_HOLDING")
                .jsonPath("$.failure.facts.days[0].held")
                .isEqualTo("1/4");
        assertThat(events.await("rems.ownership.TransferFailed.v1", sold)
                        .data()
                        .path("code")
                        .asString())
                .isEqualTo("TRANSFER_EXCEEDS_HOLDING");
        deals.command(sold, 2, "schedule", Map.of("on", day)).expectStatus().isOk();
        deals.hasState(sold, "SCHEDULED");
        deals.command(sold, 3, "cancellation", Map.of("reason", "no money"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.cancellation")
                .isEqualTo("no money");
        events.await("rems.ownership.TransferCancelled.v1", sold);
    }

    @Test
    void whatIsCancelledDoesNotTakeEffect() throws Exception {
        var sold = deals.scheduled(sale(property, mona, day, omar, "1/2"));

        deals.command(sold, 1, "cancellation", Map.of("reason", "no money"))
                .expectStatus()
                .isOk();
        deals.letPass(3, sold, database);
        runner.runOnce(work).block(PATIENCE);

        deals.hasState(sold, "CANCELLED");
        deals.holds(property, day, mona, "1/2");
        deals.command(sold, 2, "cancellation", Map.of("reason", "again"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ALREADY_CANCELLED");
    }

    @Test
    void whoCancelsWhileItTakesEffectEitherComesFirstOrIsTold() throws Exception {
        var sold = IntStream.range(0, 6)
                .mapToObj(_ -> deals.scheduled(sale(property, mona, day, omar, "1/12")))
                .toList();
        for (var transfer : sold) {
            deals.letPass(3, transfer, database);
        }

        var cancellations = Flux.fromIterable(sold)
                .flatMap(transfer -> Mono.fromCallable(
                                () -> deals.command(transfer, 1, "cancellation", Map.of("reason", "no money"))
                                        .returnResult()
                                        .getStatus()
                                        .value())
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList();
        var answers = Objects.requireNonNull(Mono.zip(runner.runOnce(work).thenReturn(true), cancellations)
                        .block(PATIENCE))
                .getT2();

        assertThat(answers).isSubsetOf(200, 412);
        await().atMost(PATIENCE).untilAsserted(() -> {
            runner.runOnce(work).block(PATIENCE);
            var cancelled = sold.stream()
                    .filter(transfer -> state(transfer).equals("CANCELLED"))
                    .count();
            var executed = sold.stream()
                    .filter(transfer -> state(transfer).equals("EXECUTED"))
                    .count();
            assertThat(cancelled)
                    .isEqualTo(answers.stream().filter(status -> status == 200).count());
            assertThat(cancelled + executed).isEqualTo(sold.size());
        });
    }

    private String state(UUID transfer) {
        var state = new AtomicReference<@Nullable String>();
        deals.get(transfer).expectBody().jsonPath("$.state").value(String.class, state::set);
        return Objects.requireNonNull(state.get());
    }

    private List<ReceivedEvent> transfersOf(List<UUID> transfers) {
        return events.all().stream()
                .filter(event -> event.type().equals(TRANSFERRED) && transfers.contains(event.subject()))
                .toList();
    }
}
