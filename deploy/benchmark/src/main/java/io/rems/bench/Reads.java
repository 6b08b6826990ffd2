package io.rems.bench;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.rems.local.App;
import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reading one row of a firm by its key, out of a table with many firms. The baseline does with the bare driver what
 * isolation takes at least where the transaction names the firm: BEGIN, set_config, SELECT, COMMIT.
 */
final class Reads {

    private static final int CALLERS = 16;
    private static final int CONNECTIONS = 8;
    private static final int FIRMS = 100;
    private static final int ROWS = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final Target target;

    Reads(Target target) {
        this.target = target;
    }

    void run(int rounds, Duration time, PrintStream out) throws SQLException {
        var owners = fill();
        var database = target.connections(App.OWNERSHIP, CONNECTIONS);
        Supplier<Mono<Void>> raw = () -> raw(database, anyOf(owners));
        var past = past(owners);
        var through = through(owners);
        List.of(raw, past, through).forEach(new Load(CALLERS, WARM_UP)::perSecond);
        var load = new Load(CALLERS, time);
        var reads = new Comparison("firm-scoped read by key, " + CALLERS + " at once", "/s");
        for (var round = 0; round < rounds; round++) {
            reads.add("raw R2DBC transaction", load.perSecond(raw));
            reads.add("service, past the gateway", load.perSecond(past));
            reads.add("service, through the gateway", load.perSecond(through));
        }
        reads.print(out);
        database.dispose();
    }

    private Supplier<Mono<Void>> past(List<UUID> owners) {
        var token = target.contextToken();
        return () -> Target.get(target.pastGateway(App.OWNERSHIP, path(owners)), token)
                .then();
    }

    private Supplier<Mono<Void>> through(List<UUID> owners) {
        return () -> Target.get(target.throughGateway(path(owners)), target.accessToken())
                .then();
    }

    private static String path(List<UUID> owners) {
        return "/api/v1/owners/" + anyOf(owners);
    }

    private Mono<Void> raw(ConnectionPool database, UUID owner) {
        return Mono.usingWhen(
                database.create(),
                connection -> Mono.from(connection.beginTransaction())
                        .then(rows(
                                connection,
                                "SELECT set_config('rems.firm_id', $1, true)",
                                target.firm().toString()))
                        .then(rows(
                                connection,
                                "SELECT id, version, name, type, email, phone, nationality, language, note FROM owner"
                                        + " WHERE firm_id = $1 AND id = $2",
                                target.firm(),
                                owner))
                        .doOnNext(rows -> require(rows.size() == 1))
                        .then(Mono.from(connection.commitTransaction())),
                Connection::close);
    }

    private static Mono<List<String>> rows(Connection connection, String sql, Object... parameters) {
        var statement = connection.createStatement(sql);
        for (var index = 0; index < parameters.length; index++) {
            statement.bind(index, parameters[index]);
        }
        return Flux.from(statement.execute())
                .flatMap((Result result) -> result.map((row, _) -> String.valueOf(row.get(0))))
                .collectList();
    }

    private static void require(boolean found) {
        if (!found) {
            throw new IllegalStateException("The row was not found");
        }
    }

    private static UUID anyOf(List<UUID> owners) {
        return owners.get(ThreadLocalRandom.current().nextInt(owners.size()));
    }

    /** Rows of many firms, the measured one among them; its identifiers. */
    private List<UUID> fill() throws SQLException {
        var database = target.stack().database(App.OWNERSHIP);
        var owners = Stream.generate(UUID::randomUUID).limit(ROWS).toList();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.app(), database.appPassword())) {
            for (var firm = 0; firm < FIRMS; firm++) {
                insert(connection, firm == 0 ? target.firm() : UUID.randomUUID(), owners);
            }
        }
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE owner");
        }
        return owners;
    }

    private static void insert(java.sql.Connection connection, UUID firm, List<UUID> owners) throws SQLException {
        connection.setAutoCommit(false);
        try (var scope = connection.prepareStatement("SELECT set_config('rems.firm_id', ?, true)");
                var rows = connection.prepareStatement("""
                        INSERT INTO owner (firm_id, id, name, type, email, language)
                        SELECT ?, id, 'Owner ' || id, 'INDIVIDUAL', id || '@bench.example', 'en' FROM unnest(?) AS id""")) {
            scope.setString(1, firm.toString());
            scope.execute();
            rows.setObject(1, firm);
            rows.setArray(2, connection.createArrayOf("uuid", owners.toArray()));
            rows.execute();
        }
        connection.commit();
    }
}
