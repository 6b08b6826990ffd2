package io.rems.ownership.snapshot;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.job.LastingJobs;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.Due;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** The state of a firm is told anew, once and whole, whatever goes on or dies meanwhile. */
@RemsTest
class SnapshotTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String COMMAND = "/api/v1/ownership-snapshots";

    @Autowired
    RemsHttp http;

    @Autowired
    TestEvents events;

    @Autowired
    TestDatabase database;

    @Autowired
    Transactions transactions;

    @Autowired
    R2dbcSnapshots snapshots;

    @Autowired
    LastingJobs jobs;

    @Autowired
    TellSnapshot tellSnapshot;

    @Autowired
    Outbox outbox;

    Estate estate;
    Caller admin;

    @BeforeEach
    void aFirm() {
        estate = new Estate(http);
        admin = TestCallers.admin(estate.firm());
    }

    @Test
    void allOfAFirmIsToldAnewWithItsVersions() {
        var mona = estate.owner("Mona");
        var twice = estate.owner("Mona Again");
        var tower = estate.property("T1");
        var empty = estate.property("T2");
        var unit = Identifiers.next();
        var value = Identifiers.next();
        estate.accountant()
                .post("/api/v1/properties/{id}/units", Map.of("id", unit, "number", "7", "type", "SHOP"), tower)
                .expectStatus()
                .isCreated();
        estate.accountant()
                .post(
                        "/api/v1/properties/{id}/valuations",
                        Map.of(
                                "id",
                                value,
                                "valuedOn",
                                "2026-01-01",
                                "amount",
                                Map.of("amount", "1000.000", "currency", "KWD"),
                                "method",
                                "COST"),
                        tower)
                .expectStatus()
                .isCreated();
        var withdrawn = Identifiers.next();
        estate.accountant()
                .post(
                        "/api/v1/properties/{id}/valuations",
                        Map.of(
                                "id",
                                withdrawn,
                                "valuedOn",
                                "2026-02-01",
                                "amount",
                                Map.of("amount", "9000.000", "currency", "KWD"),
                                "method",
                                "OTHER"),
                        tower)
                .expectStatus()
                .isCreated();
        estate.accountant()
                .delete("/api/v1/properties/{id}/valuations/{valuation}", 1, tower, withdrawn)
                .expectStatus()
                .isNoContent();
        estate.give(tower, mona, "1/3", "2026-01-01", null).expectStatus().isCreated();
        estate.give(tower, twice, "1/2", "2026-03-01", "2027-03-01")
                .expectStatus()
                .isCreated();
        estate.accountant()
                .post("/api/v1/owners/{id}/merge", Map.of("into", mona), twice)
                .expectStatus()
                .isOk();
        estate.accountant()
                .post("/api/v1/properties/{id}/archival", Map.of("reason", "Sold"), empty)
                .expectStatus()
                .isOk();

        var job = started(begin());

        succeeds(job);
        assertThat(told("OwnerRegistered", mona).aggregateVersion()).isOne();
        assertThat(told("OwnerRegistered", twice).aggregateVersion()).isEqualTo(2);
        assertThat(all(twice).filter(event -> event.type().endsWith("OwnerMerged.v1")))
                .hasSize(2);
        assertThat(told("PropertyRegistered", empty).aggregateVersion()).isEqualTo(2);
        assertThat(told("PropertyRegistered", empty).data().path("status").asString())
                .isEqualTo("ARCHIVED");
        assertThat(told("PropertyArchived", empty).aggregateVersion()).isEqualTo(2);
        assertThat(told("UnitRegistered", unit).data().path("propertyId").asString())
                .isEqualTo(tower.toString());
        assertThat(told("ValuationRecorded", value).data().at("/amount/amount").asString())
                .isEqualTo("1000.000");
        assertThat(told("ValuationWithdrawn", withdrawn).aggregateVersion()).isEqualTo(2);
        assertThat(told("OwnerMerged", twice).data().path("intoOwnerId").asString())
                .isEqualTo(mona.toString());
        assertThat(ownership(empty).map(ReceivedEvent::aggregateVersion)).containsExactly(0L);
        assertThat(ownership(empty).map(event -> holders(event.data()))).containsExactly(List.of("FIRM_DEFAULT 1/1"));
        var table = ownership(tower).toList();
        assertThat(table).hasSize(1);
        assertThat(table.getFirst().aggregateVersion()).isEqualTo(3);
        assertThat(table.getFirst().actor()).isEqualTo(admin.actor());
        assertThat(table.getFirst().data().at("/affected/from").asString()).isEqualTo("2026-01-01");
        assertThat(holders(table.getFirst().data()))
                .containsExactly("FIRM_DEFAULT 1/1", "OWNER 1/3", "OWNER 5/6", "OWNER 1/3");
        http.as(admin)
                .get("/api/v1/jobs/{job}", job)
                .expectBody()
                .jsonPath("$.result.OWNERS")
                .isEqualTo(2)
                .jsonPath("$.result.OWNERSHIP")
                .isEqualTo(2)
                .jsonPath("$.result.VALUATIONS")
                .isEqualTo(2)
                .jsonPath("$.total")
                .isEqualTo(9);
    }

    @Test
    void onlyAnAdministratorHasItTold() {
        estate.accountant().post(COMMAND, Map.of()).expectStatus().isForbidden();
        estate.asOwner(estate.owner("Mona"))
                .post(COMMAND, Map.of())
                .expectStatus()
                .isForbidden();
    }

    @Test
    void ofManyThatAreStartedAtOnceOneIsTold() throws SQLException {
        owners(600);
        List<ResponseSpec> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 6)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(this::begin, threads))
                    .toList();
            answers = asked.stream().map(CompletableFuture::join).toList();
        }

        var bodies = answers.stream()
                .map(answer -> answer.returnResult(JsonNode.class))
                .toList();
        assertThat(bodies.stream().filter(body -> body.getStatus().value() == 202))
                .hasSize(1);
        var job = bodies.stream()
                .filter(body -> body.getStatus().value() == 202)
                .map(body -> body(body.getResponseBody()).path("id").asString())
                .findFirst()
                .orElseThrow();
        assertThat(bodies.stream()
                        .filter(body -> body.getStatus().value() == 409)
                        .map(body -> body(body.getResponseBody()))
                        .map(body -> body.path("code").asString() + " "
                                + body.at("/facts/job").asString()))
                .hasSize(5)
                .containsOnly("SNAPSHOT_RUNNING " + job);
        succeeds(job);
        succeeds(started(begin()));
    }

    @Test
    void whoeverComesNextGoesOnWhereAKilledOneWas() throws SQLException {
        owners(1_100);
        var due = begunByHand();
        inFirm(tellSnapshot.piece(due).then(tellSnapshot.piece(due)));

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> inFirm(tellSnapshot.piece(due).then(Mono.error(new IllegalStateException("Killed")))));

        progress(due, 500, 1_100);
        run(Flux.range(0, 4)
                .flatMap(_ -> tellSnapshot.goOn(due).subscribeOn(Schedulers.boundedElastic()))
                .then());
        run(tellSnapshot.goOn(due));
        succeeds(jobs.name(due.id()));
        var toldOf = events.all().stream()
                .filter(event -> event.firm().equals(estate.firm()))
                .filter(event -> event.type().endsWith("OwnerRegistered.v1"))
                .map(ReceivedEvent::subject)
                .toList();
        assertThat(toldOf).hasSize(1_100).doesNotHaveDuplicates();
    }

    @Test
    void writersDoNotWaitForItAndWhatTheyWriteIsTheNewerVersion() {
        var mona = estate.owner("Mona");
        var tower = estate.property("T1");
        estate.give(tower, mona, "1/3", "2026-01-01", null).expectStatus().isCreated();
        var due = begunByHand();

        inFirm(toldAllBut(due)
                .then(Mono.fromRunnable(() -> estate.give(tower, mona, "1/4", "2026-01-01", null)
                                .expectStatus()
                                .isCreated())
                        .subscribeOn(Schedulers.boundedElastic())));
        run(tellSnapshot.goOn(due));

        succeeds(jobs.name(due.id()));
        var versions = all(tower)
                .filter(event -> event.type().endsWith("OwnershipChanged.v1"))
                .collect(toMap(
                        ReceivedEvent::aggregateVersion,
                        event -> event.data().at("/intervals/1/holders/0/share").asString(),
                        (one, other) -> one.equals(other) ? one : one + " and " + other));
        assertThat(versions).containsEntry(1L, "1/3").containsEntry(2L, "7/12");
    }

    @Test
    void ofASuspendedFirmNothingIsToldUntilItWorksAgain() {
        var mona = estate.owner("Mona");
        var due = begunByHand();
        inFirm(tellSnapshot.piece(due));

        firmTold("FirmSuspended", 2, "SUSPENDED", true);
        run(tellSnapshot.goOn(due));

        assertThat(all(mona).filter(event -> event.data().path("snapshot").asBoolean(false)))
                .isEmpty();
        progress(due, 0, 1);
        firmTold("FirmReactivated", 3, "ACTIVE", false);
        run(tellSnapshot.goOn(due));
        succeeds(jobs.name(due.id()));
        assertThat(told("OwnerRegistered", mona).aggregateVersion()).isOne();
    }

    @Test
    void whatFailsAgainAndAgainIsGivenUp() {
        var due = begunByHand();
        var broken = new TellSnapshot(transactions, snapshots, sources(), outbox, jobs, Clock.systemUTC());

        for (int i = 0; i < 20; i++) {
            assertThatIllegalStateException().isThrownBy(() -> run(broken.goOn(due)));
        }

        http.as(admin)
                .get("/api/v1/jobs/{job}", jobs.name(due.id()))
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("FAILED");
        succeeds(started(begin()));
    }

    /** The transaction of these pieces stays open while others write. */
    private Mono<Boolean> toldAllBut(Due due) {
        return Mono.defer(() -> tellSnapshot.piece(due)).repeat(7).last();
    }

    private static List<SnapshotSource> sources() {
        return Arrays.stream(Part.values())
                .<SnapshotSource>map(part -> new SnapshotSource() {
                    @Override
                    public Part part() {
                        return part;
                    }

                    @Override
                    public Mono<Long> count() {
                        return Mono.error(new IllegalStateException("Broken"));
                    }

                    @Override
                    public Mono<List<Message>> after(UUID id, int most) {
                        return Mono.just(List.of());
                    }
                })
                .toList();
    }

    private ResponseSpec begin() {
        return http.as(admin).post(COMMAND, Map.of());
    }

    private static String started(ResponseSpec answer) {
        return body(answer.expectStatus()
                        .isAccepted()
                        .returnResult(JsonNode.class)
                        .getResponseBody())
                .path("id")
                .asString();
    }

    private static JsonNode body(Flux<JsonNode> answer) {
        return Objects.requireNonNull(answer.blockFirst(PATIENCE));
    }

    /** One that only this test goes on with. */
    private Due begunByHand() {
        var id = Identifiers.next();
        inFirm(snapshots
                .begin(id, admin.actor(), Instant.now().plusSeconds(3_600))
                .then(jobs.begin(id, "ownership snapshot")));
        return new Due(estate.firm(), id);
    }

    private void firmTold(String type, long version, String status, boolean paused) {
        var firm = estate.firm();
        events.publish(
                "firm",
                "rems.firm." + type + ".v1",
                firm,
                firm.value(),
                version,
                Map.of("name", "A", "status", status));
        await().atMost(PATIENCE).until(() -> {
            try (var connection = database.asApp(firm);
                    var statement = connection.prepareStatement("SELECT rems_paused(?)")) {
                statement.setObject(1, firm.value());
                var rows = statement.executeQuery();
                return rows.next() && rows.getBoolean(1) == paused;
            }
        });
    }

    private void inFirm(Mono<?> work) {
        run(transactions.inFirm(work));
    }

    private void run(Mono<?> work) {
        work.contextWrite(context -> CurrentCaller.with(context, admin)).block(PATIENCE);
    }

    private void owners(int number) throws SQLException {
        try (var connection = database.asApp(estate.firm());
                var insert = connection.prepareStatement("""
                        INSERT INTO owner (firm_id, id, name, name_key, type)
                        SELECT ?, gen_random_uuid(), 'Owner ' || n, 'owner ' || n, 'INDIVIDUAL' FROM generate_series(1, ?) n""")) {
            insert.setObject(1, estate.firm().value());
            insert.setInt(2, number);
            insert.executeUpdate();
        }
    }

    private void succeeds(String job) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> http.as(admin)
                        .get("/api/v1/jobs/{job}", job)
                        .expectBody()
                        .jsonPath("$.state")
                        .isEqualTo("SUCCEEDED"));
    }

    private void progress(Due due, int done, int total) {
        http.as(admin)
                .get("/api/v1/jobs/{job}", jobs.name(due.id()))
                .expectBody()
                .jsonPath("$.done")
                .isEqualTo(done)
                .jsonPath("$.total")
                .isEqualTo(total);
    }

    private ReceivedEvent told(String type, UUID subject) {
        return events.await(
                event -> event.subject().equals(subject)
                        && event.type().equals("rems.ownership." + type + ".v1")
                        && event.data().path("snapshot").asBoolean(false),
                type + " of " + subject + " in a snapshot");
    }

    private Stream<ReceivedEvent> all(UUID subject) {
        return events.all().stream().filter(event -> event.subject().equals(subject));
    }

    private Stream<ReceivedEvent> ownership(UUID property) {
        return all(property)
                .filter(event -> event.data().path("reason").asString("").equals("SNAPSHOT"));
    }

    private static List<String> holders(JsonNode table) {
        return table.path("intervals")
                .valueStream()
                .map(interval -> interval.at("/holders/0"))
                .map(holder -> holder.path("type").asString() + " "
                        + holder.path("share").asString())
                .toList();
    }
}
