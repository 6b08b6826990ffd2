package io.rems.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.pool.ConnectionPool;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.FirmTables;
import io.rems.platform.test.MigrationRoundTrip;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RemsTest
class FirmIsolationTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Actor ACTOR = Actor.service("test");
    private static final String ADD = "INSERT INTO note (firm_id, id, text) VALUES (:firm_id, :id, :text)";
    private static final String OF_FIRM = "SELECT firm_id, id, text FROM note WHERE firm_id = :firm";
    private static final String ALL = "SELECT firm_id, id, text FROM note";

    @Autowired
    private Transactions transactions;

    @Autowired
    private FirmSql sql;

    @Autowired
    private TestDatabase database;

    @Autowired
    private ConnectionPool firmConnections;

    private final FirmId ours = TestCallers.newFirm();
    private final FirmId theirs = TestCallers.newFirm();

    @Test
    void withoutAFirmNothingIsReadAndNothingWritten() throws SQLException {
        add(ours, "ours");

        try (var connection = database.asApp();
                var statement = connection.createStatement()) {
            assertThat(statement.executeQuery(ALL).next()).isFalse();
            assertThatThrownBy(() -> statement.execute(
                            "INSERT INTO note (firm_id, id, text) VALUES ('" + ours + "', gen_random_uuid(), 'x')"))
                    .hasMessageContaining("row-level security");
        }
        assertThatThrownBy(() -> sql.sql(ALL).list(row -> 1).block(BOUND)).hasMessageContaining("no caller");
        assertThatThrownBy(() -> transactions.inFirm(Mono.just(1)).block(BOUND)).hasMessageContaining("no caller");
    }

    @Test
    void aForeignFirmsRowsAreNeitherSeenNorChangedNorAdded() {
        add(theirs, "theirs");

        assertThat(texts(ours, ALL)).isEmpty();
        assertThat(inFirm(ours, sql.sql("UPDATE note SET text = 'stolen'").update()))
                .isZero();
        assertThat(inFirm(ours, sql.sql("DELETE FROM note").update())).isZero();
        assertThatThrownBy(() -> inFirm(ours, insert(theirs, "planted"))).hasStackTraceContaining("row-level security");
        assertThat(texts(theirs, ALL)).containsExactly("theirs");
    }

    @Test
    void aReadOutsideATransactionSeesItsFirmInOneRoundTrip() {
        add(ours, "ours");
        add(theirs, "theirs");

        Mono<List<String>> read = sql.sql(OF_FIRM)
                .list(row -> Objects.requireNonNull(row.get("text", String.class)))
                .contextWrite(context -> CurrentCaller.with(context, Caller.acting(ACTOR, ours)));

        assertThat(read.block(BOUND)).containsExactly("ours");
    }

    @Test
    void workAcrossFirmsSeesOnlyTheTablesGrantedToIt() {
        add(ours, "ours");
        add(theirs, "theirs");

        List<UUID> firms = transactions
                .acrossFirms(sql.sql(ALL).list(row -> Objects.requireNonNull(row.get("firm_id", UUID.class))))
                .block(BOUND);

        assertThat(firms).contains(ours.value(), theirs.value());
        assertThatThrownBy(() -> transactions
                        .acrossFirms(sql.sql("SELECT 1 FROM inbox").list(row -> 1))
                        .block(BOUND))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> transactions
                        .acrossFirms(sql.sql("UPDATE note SET text = ''").update())
                        .block(BOUND))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aTransactionOfOneFirmDoesNotOpenAnother() {
        Mono<Long> nested = transactions.inFirm(
                ours,
                ACTOR,
                transactions.inFirm(theirs, ACTOR, sql.sql("DELETE FROM note").update()));

        assertThatThrownBy(() -> nested.block(BOUND)).hasMessageContaining("cannot also open");
    }

    @Test
    void anErrorRollsBackAndLeavesNoFirmOnTheConnection() {
        assertThatThrownBy(() -> inFirm(ours, insert(ours, "lost").then(Mono.error(new IllegalStateException("no")))))
                .hasMessage("no");

        assertThat(texts(ours, ALL)).isEmpty();
        assertThat(settingsLeftOnConnections()).containsOnly("");
    }

    @Test
    void aCancelStormLosesNoConnectionAndMixesNoFirms() {
        for (int i = 0; i < 20; i++) {
            add(ours, "ours");
            add(theirs, "theirs");
        }
        AtomicInteger foreign = new AtomicInteger();

        Flux.range(0, 4000)
                .flatMap(i -> reader(i % 2 == 0 ? ours : theirs, foreign, i).subscribeOn(Schedulers.parallel()), 64)
                .then()
                .block(Duration.ofSeconds(120));

        Awaitility.await().atMost(BOUND).untilAsserted(() -> {
            var metrics = firmConnections.getMetrics().orElseThrow();
            assertThat(metrics.idleSize()).isEqualTo(metrics.allocatedSize());
            assertThat(metrics.pendingAcquireSize()).isZero();
        });
        assertThat(foreign).hasValue(0);
        assertThat(settingsLeftOnConnections()).containsOnly("");
    }

    @Test
    void theCatalogueIsSafe() throws SQLException {
        FirmTables.catalogueIsSafe(database);
    }

    @Test
    void theCatalogueTestSeesAnUnsafeTable() throws SQLException {
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE leak (id uuid PRIMARY KEY, firm_id uuid)");
            assertThatThrownBy(() -> FirmTables.catalogueIsSafe(database))
                    .hasMessageContaining("leak: row-level security is not enabled")
                    .hasMessageContaining("leak: firm_id may be null")
                    .hasMessageContaining("leak: no policy")
                    .hasMessageContaining("leak: key does not begin with firm_id");
            statement.execute("DROP TABLE leak");
        }
    }

    @Test
    void migrationsGoForthAndBack() throws Exception {
        MigrationRoundTrip.run();
    }

    private Mono<Integer> reader(FirmId firm, AtomicInteger foreign, int i) {
        Mono<Integer> read = transactions.inFirm(
                firm,
                ACTOR,
                sql.sql(ALL)
                        .list(row -> Objects.requireNonNull(row.get("firm_id", UUID.class)))
                        .doOnNext(firms -> {
                            if (firms.isEmpty() || firms.stream().anyMatch(found -> !found.equals(firm.value()))) {
                                foreign.incrementAndGet();
                            }
                        })
                        .map(List::size));
        return Mono.firstWithSignal(
                        read, Mono.delay(Duration.ofNanos(i * 997L % 3_000_000)).thenReturn(0))
                .onErrorReturn(0);
    }

    private Set<String> settingsLeftOnConnections() {
        Set<String> found = ConcurrentHashMap.newKeySet();
        Flux.range(0, 4)
                .flatMap(_ -> Mono.usingWhen(
                        firmConnections.create(),
                        connection -> Mono.from(connection
                                        .createStatement(
                                                "SELECT coalesce(current_setting('rems.firm_id', true), '') AS s")
                                        .execute())
                                .flatMap(result -> Mono.from(result.map(row -> row.get("s", String.class))))
                                .doOnNext(found::add),
                        connection -> Mono.from(connection.close())))
                .blockLast(BOUND);
        return found;
    }

    private List<String> texts(FirmId firm, String query) {
        return inFirm(firm, sql.sql(query).list(row -> Objects.requireNonNull(row.get("text", String.class))));
    }

    private void add(FirmId firm, String text) {
        inFirm(firm, insert(firm, text));
    }

    private Mono<Long> insert(FirmId firm, String text) {
        return sql.sql(ADD)
                .bind("firm_id", firm.value())
                .bind("id", Identifiers.next())
                .bind("text", text)
                .update();
    }

    private <T> T inFirm(FirmId firm, Mono<T> work) {
        return Objects.requireNonNull(transactions.inFirm(firm, ACTOR, work).block(BOUND));
    }
}
