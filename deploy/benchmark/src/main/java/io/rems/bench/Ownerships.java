package io.rems.bench;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.rems.local.App;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who owns what, at a hundred thousand properties and a million periods: beside a read of one row by its key, and the
 * assigning of a table of ten owners beside ten plain inserts into a table that has no rules.
 */
final class Ownerships {

    private static final int CALLERS = 16;
    private static final int SAMPLES = 100;
    private static final int WARM_UPS = 10;
    /** For those who hear of a change, so that they take nothing from the next. */
    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(60);

    private static final int HOLDERS = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final String DAY_OF_FORMER_OWNERS = "2015-06-30";

    /** The others have next to nothing in them, and timers look at them meanwhile. */
    private static final Set<String> LARGE = Set.of("owner", "property", "ownership_period");

    private final Target target;
    private final Estate estate;
    private final AtomicInteger free = new AtomicInteger();

    Ownerships(Target target) {
        this.target = target;
        this.estate = new Estate(target.stack(), target.firm());
    }

    void run(int rounds, Duration time, PrintStream out) throws SQLException, IOException {
        estate.fill();
        reads(rounds, time, out);
        requireIndexes(out);
        writes(rounds, out);
    }

    private void reads(int rounds, Duration time, PrintStream out) {
        var reads = new Comparison("read of ownership-service, past the gateway, " + CALLERS + " at once", "/s");
        var ways = ways();
        ways.values().forEach(new Load(CALLERS, WARM_UP)::perSecond);
        var load = new Load(CALLERS, time);
        for (var round = 0; round < rounds; round++) {
            ways.forEach((way, read) -> reads.add(way, load.perSecond(read)));
        }
        reads.print(out);
    }

    private Map<String, Supplier<Mono<Void>>> ways() {
        var ways = new LinkedHashMap<String, Supplier<Mono<Void>>>();
        ways.put("property by its key", () -> get("/api/v1/properties/" + estate.anyProperty()));
        ways.put("holders today", () -> get("/api/v1/properties/" + estate.anyProperty() + "/ownership"));
        ways.put("holders on a day", () -> get(onADay("")));
        ways.put("holders on a day, as known before", () -> get(onADay("&knownAt=" + Estate.RECORDED_AT)));
        ways.put("portfolio of ten properties", () -> get("/api/v1/owners/" + estate.anyOwner() + "/portfolio"));
        return ways;
    }

    private String onADay(String more) {
        return "/api/v1/properties/" + estate.anyProperty() + "/ownership?asOf=" + DAY_OF_FORMER_OWNERS + more;
    }

    private Mono<Void> get(String path) {
        return Target.get(target.pastGateway(App.OWNERSHIP, path), target.contextToken())
                .then();
    }

    /** @throws IllegalStateException if one of the reads reads a table from end to end */
    private void requireIndexes(PrintStream out) throws SQLException, IOException {
        var plans = new QueryPlans(target.stack(), App.OWNERSHIP);
        var scanned = plans.scannedBy(() -> ways().values()
                .forEach(read ->
                        read.get().retryWhen(QueryPlans.UNTIL_RECONNECTED).block()));
        scanned.retainAll(LARGE);
        if (!scanned.isEmpty()) {
            throw new IllegalStateException("Read from end to end: " + scanned);
        }
        out.printf("%nNone of %s is read from end to end by these. Their plans:%n", LARGE);
        plans.used().forEach(plan -> out.printf("  %s%n", plan));
    }

    /** One after the other, so that nothing is measured but the way of one. */
    private void writes(int rounds, PrintStream out) throws SQLException {
        estate.preparePlainTable();
        var database = target.connections(App.OWNERSHIP, 1);
        var writes = new Comparison("ten owners of a property, one at a time, p50 of " + SAMPLES, "ms");
        for (var round = -WARM_UPS; round < rounds; round++) {
            var plain = new ArrayList<Double>();
            var table = new ArrayList<Double>();
            for (var sample = 0; sample < SAMPLES; sample++) {
                LockSupport.parkNanos(BETWEEN_SAMPLES.toNanos());
                plain.add(millis(plainInserts(database)));
                table.add(millis(assignTable()));
            }
            if (round >= 0) {
                writes.add("ten plain inserts in one R2DBC transaction", Percentile.of(plain, 50));
                writes.add("a table assigned, past the gateway", Percentile.of(table, 50));
            }
        }
        writes.print(out);
        database.dispose();
    }

    private static double millis(Mono<Void> work) {
        var begin = System.nanoTime();
        work.block();
        return (System.nanoTime() - begin) / 1e6;
    }

    /** From 2030 on ten others hold the property, which five have held until then. */
    private Mono<Void> assignTable() {
        var property = estate.property(free.getAndIncrement());
        var shares = estate.owners(HOLDERS).stream()
                .map(owner -> Map.of("ownerId", owner, "share", "1/" + HOLDERS))
                .toList();
        var body = Map.of("from", "2030-01-01", "reason", "Sold", "shares", shares);
        return target.put(
                target.pastGateway(App.OWNERSHIP, "/api/v1/properties/" + property + "/ownership"),
                Estate.OWNERSHIP_VERSION,
                JsonMapper.shared().writeValueAsBytes(body));
    }

    private Mono<Void> plainInserts(ConnectionPool database) {
        var property = estate.anyProperty();
        return Mono.usingWhen(
                database.create(),
                connection -> Mono.from(connection.beginTransaction())
                        .thenMany(Flux.fromIterable(estate.owners(HOLDERS))
                                .concatMap(owner -> insert(connection, property, owner)))
                        .then(Mono.from(connection.commitTransaction())),
                Connection::close);
    }

    private Mono<Long> insert(Connection connection, UUID property, UUID owner) {
        return Mono.from(connection
                        .createStatement("""
                                INSERT INTO plain_period (firm_id, id, revision, property_id, owner_id, share_numerator,
                                    share_denominator, valid_from, type, acquisition, primary_contact, recorded_at)
                                VALUES ($1, $2, 1, $3, $4, 1, 10, '2030-01-01', 'INDIVIDUAL', 'PURCHASE', false, now())""")
                        .bind(0, target.firm())
                        .bind(1, UUID.randomUUID())
                        .bind(2, property)
                        .bind(3, owner)
                        .execute())
                .flatMap(result -> Mono.from(result.getRowsUpdated()));
    }
}
