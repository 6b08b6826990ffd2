package io.rems.bench;

import io.r2dbc.pool.ConnectionPool;
import io.rems.local.App;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * What waits for an approver in a firm that has decided a million times, beside a read of one expense by its key; and a
 * submission beside the writes that it consists of.
 */
final class Approvals {

    private static final int CALLERS = 16;
    private static final int SAMPLES = 200;
    private static final int WARM_UPS = 10;
    private static final int WAITING = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Set<String> LARGE = Set.of("expense", "approval_request", "approval_seat");

    private final Target target;
    private final Map<String, Object> expense;
    private int submitted;

    Approvals(Target target) {
        this.target = target;
        this.expense = expense();
    }

    void run(int rounds, Duration time, PrintStream out) throws SQLException, IOException {
        new DecidedExpenses(target.stack(), target.firm()).fill();
        var template = submit();
        for (var waiting = 1; waiting < WAITING; waiting++) {
            submit();
        }
        reads(template, rounds, time, out);
        requireIndexes(template, out);
        submissions(new PlainSubmission(target.stack(), template), rounds, out);
    }

    private void reads(UUID template, int rounds, Duration time, PrintStream out) {
        var reads = new Comparison("read of approval-service, past the gateway, " + CALLERS + " at once", "/s");
        var ways = ways(template);
        ways.values().forEach(new Load(CALLERS, WARM_UP)::perSecond);
        var load = new Load(CALLERS, time);
        for (var round = 0; round < rounds; round++) {
            ways.forEach((way, read) -> reads.add(way, load.perSecond(read)));
        }
        reads.print(out);
    }

    private Map<String, Supplier<Mono<Void>>> ways(UUID template) {
        var ways = new LinkedHashMap<String, Supplier<Mono<Void>>>();
        ways.put("expense by its key", () -> get("/api/v1/expenses/" + template));
        ways.put(
                "what waits for an administrator, newest of " + WAITING,
                () -> get("/api/v1/approvals/pending?limit=1"));
        ways.put("what waits for an administrator, all " + WAITING, () -> get("/api/v1/approvals/pending"));
        return ways;
    }

    private Mono<Void> get(String path) {
        return Target.get(target.pastGateway(App.APPROVAL, path), target.contextToken())
                .then();
    }

    /** @throws IllegalStateException if one of the reads reads a table from end to end */
    private void requireIndexes(UUID template, PrintStream out) throws SQLException, IOException {
        var plans = new QueryPlans(target.stack(), App.APPROVAL);
        var scanned = plans.scannedBy(() -> ways(template)
                .values()
                .forEach(read ->
                        read.get().retryWhen(QueryPlans.UNTIL_RECONNECTED).block()));
        scanned.retainAll(LARGE);
        if (!scanned.isEmpty()) {
            throw new IllegalStateException("Read from end to end: " + scanned);
        }
        out.printf("%nNone of %s is read from end to end by these.%n", LARGE);
    }

    private void submissions(PlainSubmission plain, int rounds, PrintStream out) throws SQLException {
        plain.prepare();
        var database = target.connections(App.APPROVAL, 1);
        var submissions = new Comparison("submission, one at a time, p50 of " + SAMPLES, "ms");
        for (var round = -WARM_UPS; round < rounds; round++) {
            var writes = new ArrayList<Double>();
            var whole = new ArrayList<Double>();
            for (var sample = 0; sample < SAMPLES; sample++) {
                writes.add(millis(() -> write(plain, database)));
                whole.add(millis(this::submit));
            }
            if (round >= 0) {
                submissions.add("its writes alone, in one R2DBC transaction", Percentile.of(writes, 50));
                submissions.add("recorded and submitted, past the gateway", Percentile.of(whole, 50));
            }
        }
        submissions.print(out);
        database.dispose();
    }

    private static void write(PlainSubmission plain, ConnectionPool database) {
        plain.write(database).block();
    }

    private static double millis(Runnable work) {
        var begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Each on another day, so that they do not count together. */
    private UUID submit() {
        var body = new LinkedHashMap<>(expense);
        body.put(
                "date",
                LocalDate.of(1950, 1, 1).plusDays(submitted++ * 40L % 20_000).toString());
        return Target.id(
                Target.post(target.pastGateway(App.APPROVAL, "/api/v1/expenses"), target.contextToken(), body));
    }

    private Map<String, Object> expense() {
        var token = target.accessToken();
        var property = Premises.named(target, Stream.of("APP")).findFirst().orElseThrow();
        var category = Target.id(Target.post(
                target.throughGateway("/api/v1/expense-categories"), token, Map.of("code", "APP", "name", "Upkeep")));
        return Map.of(
                "propertyId",
                property,
                "categoryId",
                category,
                "amount",
                Map.of("amount", "4500.000", "currency", "KWD"),
                "description",
                "Lift repair",
                "submit",
                true);
    }
}
