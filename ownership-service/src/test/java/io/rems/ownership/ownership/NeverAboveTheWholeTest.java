package io.rems.ownership.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rems.ownership.Estate;
import io.rems.ownership.ownership.domain.Holder;
import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.ownership.domain.Terms;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.Identifiers;
import io.rems.platform.Share;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** The database holds the line, also against those who write past the service. */
@RemsTest
class NeverAboveTheWholeTest {

    private static final LocalDate START = LocalDate.parse("2020-01-01");

    @Autowired
    RemsHttp http;

    @Autowired
    TestDatabase database;

    @Autowired
    ChangeOwnership changeOwnership;

    Estate estate;
    UUID property;
    UUID owner;

    @BeforeEach
    void propertyOfNobody() {
        estate = new Estate(http);
        property = estate.property("Z1");
        owner = estate.owner("Mona");
    }

    @Test
    void ofManyWhoAskAtOnceJustThoseGetAShareForWhomThereIsOne() throws Exception {
        var answers = atOnce(
                20,
                () -> estate.give(property, owner, "1/7", "2020-01-01", null)
                        .returnResult(String.class)
                        .getStatus()
                        .value());

        assertThat(answers)
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(7);
        assertThat(periods()).isEqualTo(7);
    }

    @Test
    void ofSixtyFourWritersOfOnePropertyEachSuccessIsInTheEnd() throws Exception {
        var given = atOnce(64, () -> {
            var period = Identifiers.next();
            var day = START.plusDays(ThreadLocalRandom.current().nextInt(40));
            var status = repeated(() -> estate.give(property, period, owner, "3/40", day.toString(), null));
            return status == 201 ? period.toString() : "";
        });

        var accepted = given.stream().filter(period -> !period.isEmpty()).toList();
        assertThat(accepted).hasSize(13);
        assertThat(query("SELECT id FROM ownership_period WHERE superseded_at IS NULL"))
                .containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(query("SELECT ownership_version FROM property")).containsExactly("13");
        assertThat(query("SELECT count(DISTINCT recorded_at) FROM ownership_change"))
                .containsExactly("13");
    }

    @Test
    void ofSixtyFourWritersOfManyPropertiesNobodyOverwritesAnother() throws Exception {
        var properties =
                IntStream.range(0, 8).mapToObj(i -> estate.property("M" + i)).toList();
        var writers = new AtomicInteger();

        var accepted = atOnce(64, () -> {
            var mine = properties.get(writers.getAndIncrement() % 8);
            var from = START.plusDays(ThreadLocalRandom.current().nextInt(400)).toString();
            int status;
            do {
                var version = version(mine);
                status = repeated(() -> estate.assign(mine, version, from, null, owner, parts() + "/64"));
            } while (status == 412);
            return status;
        });

        assertThat(accepted).containsOnly(200);
        assertThat(query("SELECT sum(ownership_version) = (SELECT count(*) FROM ownership_change) FROM property"))
                .containsExactly("t");
        assertThat(query("""
                SELECT count(*) FROM ownership_period one JOIN ownership_period other
                    ON one.property_id = other.property_id AND one.id < other.id
                 WHERE one.superseded_at IS NULL AND other.superseded_at IS NULL
                   AND daterange(one.valid_from, one.valid_to) && daterange(other.valid_from, other.valid_to)""")).containsExactly("0");
    }

    @Test
    void severalPropertiesAreChangedInOneOrderHoweverTheyAreNamed() throws Exception {
        var other = estate.property("Z2");
        var turn = new AtomicInteger();

        var changed = atOnce(16, () -> {
            var decisions = new LinkedHashMap<PropertyId, ChangeOwnership.Decision>();
            var first = turn.getAndIncrement() % 2 == 0;
            decisions.put(new PropertyId(first ? property : other), timeline -> timeline.add(sixteenth()));
            decisions.put(new PropertyId(first ? other : property), timeline -> timeline.add(sixteenth()));
            return Objects.requireNonNull(within(decisions).block(Duration.ofSeconds(50)))
                    .size();
        });

        assertThat(changed).containsOnly(2);
        assertThat(periods()).isEqualTo(32);
    }

    @Test
    void victimOfADeadlockWithAnotherSessionIsDoneAgain() throws Exception {
        var ordered = Stream.of(property, estate.property("Z2")).sorted().toList();
        var lock = "SELECT FROM property WHERE id = '%s' FOR UPDATE";
        try (var session = begin("");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            execute(session, lock.formatted(ordered.getLast()));
            var decisions = new LinkedHashMap<PropertyId, ChangeOwnership.Decision>();
            ordered.forEach(id -> decisions.put(new PropertyId(id), timeline -> timeline.add(sixteenth())));
            var changed = threads.submit(() -> within(decisions).block(Duration.ofSeconds(50)));
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(10))
                    .untilAsserted(() -> assertThat(
                                    query("SELECT pid FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'"))
                            .isNotEmpty());

            execute(session, lock.formatted(ordered.getFirst()));
            session.rollback();

            assertThat(changed.get(50, TimeUnit.SECONDS)).hasSize(2);
        }
        assertThat(periods()).isEqualTo(2);
    }

    @Test
    void victimOfADeadlockUnderAnIdempotencyKeyIsDoneAgainAsAWhole() throws Exception {
        try (var session = begin("");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            execute(session, "SELECT FROM owner WHERE id = '" + owner + "' FOR UPDATE");
            var body = Map.of("ownerId", owner, "share", "1/3", "from", "2020-01-01");
            var given = threads.submit(() -> estate.accountant()
                    .send(
                            HttpMethod.POST,
                            "/api/v1/properties/{property}/ownership-periods",
                            body,
                            Map.of("Idempotency-Key", "a-third"),
                            property)
                    .returnResult(String.class)
                    .getStatus()
                    .value());
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(10))
                    .untilAsserted(() -> assertThat(
                                    query("SELECT pid FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'"))
                            .isNotEmpty());

            execute(session, "SELECT FROM property WHERE id = '" + property + "' FOR UPDATE");
            session.rollback();

            assertThat(given.get(50, TimeUnit.SECONDS)).isEqualTo(201);
        }
        assertThat(periods()).isEqualTo(1);
    }

    @Test
    void ownerOfTheTablesIsHeldToTheWholeTooByStatementAndAtCommit() throws Exception {
        write(1, 2, START, null);

        for (var mode : List.of("DEFERRED", "IMMEDIATE")) {
            try (var session = database.asOwner()) {
                session.setAutoCommit(false);
                execute(session, "SET CONSTRAINTS ALL " + mode);
                execute(session, "SELECT set_config('rems.firm_id', '" + estate.firm() + "', true)");

                assertThatThrownBy(() -> {
                            insert(session, 1, 4, START.plusYears(1), START.plusYears(2));
                            insert(session, 1, 4, START.plusYears(2), null);
                            insert(session, 1, 999_999_937, START.plusYears(1), START.plusYears(2));
                            insert(session, 1, 4, START.plusYears(1).plusDays(17), START.plusYears(3));
                            session.commit();
                        })
                        .hasMessageContaining("add up to");
                session.rollback();
                execute(session, "SELECT set_config('rems.firm_id', '" + estate.firm() + "', true)");
                assertThatThrownBy(() -> execute(
                                session, "UPDATE ownership_period SET share_numerator = 2, share_denominator = 2"))
                        .hasMessageContaining("ownership history is not changed");
            }
        }
        assertThat(periods()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET CONSTRAINTS ALL DEFERRED", "SET CONSTRAINTS ALL IMMEDIATE"})
    void oneStatementOfManyRowsIsCheckedToo(String mode) throws Exception {
        write(1, 2, START, null);

        assertThat(inTransaction(mode, connection -> insertMany(connection, 10, 20)))
                .isTrue();
        assertThat(inTransaction(mode, connection -> {
                    insertMany(connection, 1, 1000);
                    supersede(connection, newest(connection));
                    insertMany(connection, 1, 1000);
                    execute(connection, "SAVEPOINT here");
                    insertMany(connection, 1, 1000);
                    execute(connection, "ROLLBACK TO here");
                }))
                .isFalse();
        assertThat(periods()).isEqualTo(11);
    }

    @Test
    void twoPrimaryContactsOnADayAreRefusedPastTheServiceToo() throws Exception {
        var other = estate.owner("Omar");
        var contact = "INSERT INTO ownership_period (firm_id, id, revision, property_id, owner_id, share_numerator,"
                + " share_denominator, valid_from, type, acquisition, primary_contact, recorded_at)"
                + " VALUES ('%s', gen_random_uuid(), 1, '%s', '%s', 1, 4, '2020-01-01', 'INDIVIDUAL', 'OTHER', true, now())";

        inTransaction("", connection -> execute(connection, contact.formatted(estate.firm(), property, owner)));
        assertThatThrownBy(() -> inTransaction(
                        "", connection -> execute(connection, contact.formatted(estate.firm(), property, other))))
                .hasMessageContaining("two primary contacts");
        inTransaction("", connection -> execute(connection, contact.formatted(estate.firm(), property, owner)));
        assertThat(periods()).isEqualTo(2);
    }

    @Test
    void twoWhoEndTheSamePeriodAtOnceDoNotBothSucceed() throws Exception {
        var period = Identifiers.next();
        estate.give(property, period, owner, "1/2", "2020-01-01", null)
                .expectStatus()
                .isCreated();

        var answers = atOnce(
                2,
                () -> estate.end(property, period, 1, "2022-01-01")
                        .returnResult(String.class)
                        .getStatus()
                        .value());

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET CONSTRAINTS ALL DEFERRED", "SET CONSTRAINTS ALL IMMEDIATE"})
    void writersPastTheServiceWaitForEachOther(String mode) throws Exception {
        var written = atOnce(8, () -> inTransaction(mode, connection -> insert(connection, 1, 3, START, null)));

        assertThat(written).filteredOn(accepted -> accepted).hasSize(3);
        assertThat(periods()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPEATABLE READ", "SERIALIZABLE"})
    void oldSnapshotIsNoWayAround(String isolation) throws Exception {
        var setting = "SET TRANSACTION ISOLATION LEVEL " + isolation;
        try (var late = begin(setting)) {
            assertThat(periods(late)).isZero();
            assertThat(inTransaction(setting, connection -> insert(connection, 2, 3, START, null)))
                    .isTrue();

            assertThatThrownBy(() -> {
                        insert(late, 2, 3, START, null);
                        late.commit();
                    })
                    .isInstanceOf(PSQLException.class)
                    .extracting(error -> ((PSQLException) error).getSQLState())
                    .isEqualTo("40001");
        }
        assertThat(periods()).isEqualTo(1);
    }

    @Test
    void smallestExcessOnASingleDayIsSeen() throws Exception {
        write(1, 3, START, null);
        write(1, 3, START, null);
        write(333_333_333, 1_000_000_000, START, null);

        assertRefused(connection -> insert(connection, 1, 1_000_000_000, START.plusDays(9), START.plusDays(10)));
        assertThat(periods()).isEqualTo(3);
    }

    @Test
    void largeCoprimePartsAddUpExactly() throws Exception {
        long prime = 999_999_937;
        long otherPrime = 999_999_929;
        write(prime / 2, prime, START, null);
        write(otherPrime / 2, otherPrime, START, null);

        assertRefused(connection -> insert(connection, 1, 900_000_000, START, null));
        write(1, 1_000_000_000, START, null);
        assertRefused(connection -> insert(connection, 1, 1_000_000_000, START, null));
    }

    @Test
    void laterPeriodsCountToo() throws Exception {
        write(1, 2, START.plusYears(1), START.plusYears(2));
        write(3, 4, START.plusYears(3), null);

        assertRefused(connection -> insert(connection, 1, 3, START, null));
        write(1, 2, START, START.plusYears(3));
        write(1, 4, START.plusYears(2), null);
    }

    @Test
    void transactionMayGiveBeforeItTakes() throws Exception {
        var period = write(1, 1, START, null);

        assertThat(inTransaction("", connection -> {
                    insert(connection, 1, 1, START.plusYears(1), null);
                    supersede(connection, period);
                    insert(connection, 1, 1, START, START.plusYears(1));
                }))
                .isTrue();
    }

    @Test
    void transactionThatLeavesItsFirmIsRefused() throws Exception {
        write(1, 1, START, null);

        try (var connection = begin("")) {
            insert(connection, 1, 1, START, null);
            execute(connection, "SELECT set_config('rems.firm_id', '" + TestCallers.newFirm() + "', true)");

            assertThatThrownBy(connection::commit).hasMessageContaining("not in the firm");
        }
        assertThat(periods()).isEqualTo(1);
    }

    @Test
    void historyIsNeitherRewrittenNorDeleted() throws Exception {
        var period = write(1, 2, START, null);

        for (var change : List.of(
                "UPDATE ownership_period SET share_numerator = 1, share_denominator = 1",
                "UPDATE ownership_period SET valid_to = '2021-01-01'",
                "DELETE FROM ownership_period")) {
            assertThatThrownBy(() -> inTransaction("", connection -> execute(connection, change)))
                    .hasMessageContaining("history");
        }
        inTransaction("", connection -> supersede(connection, period));
        assertThatThrownBy(() -> inTransaction(
                        "", connection -> execute(connection, "UPDATE ownership_period SET superseded_at = NULL")))
                .hasMessageContaining("history");
    }

    @Test
    void recordedTimeIsTheDatabasesAndGrowsWithEveryChange() throws Exception {
        write(1, 8, START, null);
        var first = recordedAt();
        inTransaction("", connection -> {
            insert(connection, 1, 8, START, null);
            insert(connection, 1, 8, START, null);
            execute(
                    connection,
                    "UPDATE ownership_period SET superseded_at = '1999-01-01' WHERE recorded_at = (SELECT min(recorded_at) FROM ownership_period)");
        });

        assertThat(recordedAt()).hasSize(2).startsWith(first.getFirst()).isSorted();
        assertThat(
                        query(
                                "SELECT count(*) FROM ownership_period WHERE superseded_at = (SELECT max(recorded_at) FROM ownership_period)"))
                .containsExactly("1");
        assertThat(query("SELECT count(*) FROM ownership_period WHERE recorded_at < now() - interval '1 hour'"))
                .containsExactly("0");
    }

    @Test
    void pretendingToHaveBegunAChangeDoesNotHelpAnybodyPastTheLock() throws Exception {
        try (var forger = begin("");
                var other = begin("")) {
            execute(
                    forger,
                    "UPDATE property SET ownership_changed_in = (pg_current_xact_id()::text::bigint + 1)::text::xid8");
            forger.commit();
            execute(other, "SET LOCAL lock_timeout = '300ms'");
            insert(forger, 2, 3, START, null);

            assertThatThrownBy(() -> insert(other, 2, 3, START, null)).hasMessageContaining("lock timeout");
            forger.commit();
        }
        assertThat(periods()).isEqualTo(1);
    }

    private Mono<List<OwnershipTimeline>> within(Map<PropertyId, ChangeOwnership.Decision> decisions) {
        return changeOwnership
                .within(decisions)
                .contextWrite(context -> CurrentCaller.with(context, TestCallers.accountant(estate.firm())));
    }

    private OwnershipPeriod sixteenth() {
        return OwnershipPeriod.begun(
                PeriodId.next(),
                new Holder(owner, "Mona"),
                HoldingType.INDIVIDUAL,
                Share.of(1, 16),
                new Validity(START, null),
                new Terms(Terms.Acquisition.OTHER, false, null, null));
    }

    private static int parts() {
        return 1 + ThreadLocalRandom.current().nextInt(64);
    }

    /** A client that is told the service is busy, and that nothing was lost, asks again. */
    private static int repeated(Supplier<WebTestClient.ResponseSpec> request) {
        int status;
        do {
            status = request.get().returnResult(String.class).getStatus().value();
        } while (status == 503);
        return status;
    }

    private long version(UUID of) {
        var tag = estate.accountant()
                .get("/api/v1/properties/{id}/ownership", of)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        return tag == null ? -1 : Long.parseLong(tag.replace("\"", ""));
    }

    private void insertMany(Connection connection, int rows, long parts) throws SQLException {
        execute(connection, """
                INSERT INTO ownership_period (firm_id, id, revision, property_id, owner_id, share_numerator,
                    share_denominator, valid_from, type, acquisition, primary_contact, recorded_at)
                SELECT '%s', gen_random_uuid(), 1, '%s', '%s', 1, %d, '2021-01-01', 'INDIVIDUAL', 'OTHER', false, now()
                  FROM generate_series(1, %d)""".formatted(estate.firm(), property, owner, parts, rows));
    }

    private static UUID newest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT id FROM ownership_period ORDER BY written_order DESC LIMIT 1")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private UUID write(long numerator, long denominator, LocalDate from, @Nullable LocalDate to) throws SQLException {
        var period = Identifiers.next();
        assertThat(inTransaction("", connection -> insert(connection, period, numerator, denominator, from, to)))
                .isTrue();
        return period;
    }

    private void assertRefused(Work work) throws SQLException {
        assertThat(inTransaction("", work)).isFalse();
    }

    /** @return false if the database refused because of too many shares */
    private boolean inTransaction(String setting, Work work) throws SQLException {
        try (var connection = begin(setting)) {
            work.on(connection);
            connection.commit();
            return true;
        } catch (PSQLException error) {
            var details = error.getServerErrorMessage();
            if (details != null && "ownership_never_above_the_whole".equals(details.getConstraint())) {
                return false;
            }
            throw error;
        }
    }

    private Connection begin(String setting) throws SQLException {
        var connection = database.asApp(estate.firm());
        connection.setAutoCommit(false);
        if (!setting.isEmpty()) {
            execute(connection, setting);
        }
        return connection;
    }

    private void insert(Connection connection, long numerator, long denominator, LocalDate from, @Nullable LocalDate to)
            throws SQLException {
        insert(connection, Identifiers.next(), numerator, denominator, from, to);
    }

    private void insert(
            Connection connection,
            UUID period,
            long numerator,
            long denominator,
            LocalDate from,
            @Nullable LocalDate to)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO ownership_period (firm_id, id, revision, property_id, owner_id, share_numerator,
                    share_denominator, valid_from, valid_to, type, acquisition, primary_contact, recorded_at)
                VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, 'INDIVIDUAL', 'OTHER', false, now())""")) {
            statement.setObject(1, estate.firm().value());
            statement.setObject(2, period);
            statement.setObject(3, property);
            statement.setObject(4, owner);
            statement.setLong(5, numerator);
            statement.setLong(6, denominator);
            statement.setObject(7, from);
            statement.setObject(8, to);
            statement.executeUpdate();
        }
    }

    private static void supersede(Connection connection, UUID period) throws SQLException {
        execute(connection, "UPDATE ownership_period SET superseded_at = now() WHERE id = '" + period + "'");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int periods() throws SQLException {
        try (var connection = begin("")) {
            return periods(connection);
        }
    }

    private static int periods(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT count(*) FROM ownership_period WHERE superseded_at IS NULL")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private List<String> recordedAt() throws SQLException {
        return query("SELECT DISTINCT recorded_at FROM ownership_period ORDER BY 1");
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = begin("");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    private static <T> List<T> atOnce(int writers, Callable<T> work) throws Exception {
        var barrier = new CyclicBarrier(writers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < writers; i++) {
                running.add(threads.submit(() -> {
                    barrier.await(20, TimeUnit.SECONDS);
                    return work.call();
                }));
            }
            var answers = new ArrayList<T>();
            for (var answer : running) {
                answers.add(answer.get(60, TimeUnit.SECONDS));
            }
            return answers;
        }
    }
}
