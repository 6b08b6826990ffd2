package io.rems.ownership.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;

/** The database holds the line, also against those who write past the service. */
@RemsTest
class NeverAboveTheWholeTest {

    private static final LocalDate START = LocalDate.parse("2020-01-01");

    @Autowired
    RemsHttp http;

    @Autowired
    TestDatabase database;

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
