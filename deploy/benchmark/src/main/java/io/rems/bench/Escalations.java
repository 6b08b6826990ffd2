package io.rems.bench;

import io.rems.local.App;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast three replicas escalate requests that are all due at once, against three connections that do nothing but
 * claim, update and insert the same rows; and what those who submit meanwhile feel of it.
 */
final class Escalations {

    private static final int REPLICAS = 3;
    private static final int MOST_ROUNDS = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration BETWEEN_SUBMISSIONS = Duration.ofMillis(100);
    /** What is submitted for one property is routed one after the other; a firm has many. */
    private static final int PROPERTIES = 200;

    private static final int AT_ONCE = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    /** Spread over years, so that the later ones have not more to add up than the first. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);

    private static final int DAYS = 5_000;

    /** Two hundred at once, as the service does; events as long as its own. */
    private static final String PLAIN = """
            WITH due AS (
                SELECT firm_id, expense_id FROM plain_deadline
                 WHERE due_at <= now() ORDER BY due_at LIMIT 200 FOR UPDATE SKIP LOCKED),
            moved AS (
                UPDATE plain_expense e SET state = 'ESCALATED', version = e.version + 1
                  FROM due WHERE e.firm_id = due.firm_id AND e.id = due.expense_id
                RETURNING e.firm_id, e.id, e.version),
            advanced AS (
                UPDATE plain_deadline d SET done = 1, due_at = d.times[2]
                  FROM due WHERE d.firm_id = due.firm_id AND d.expense_id = due.expense_id),
            told AS (
                INSERT INTO plain_history (firm_id, expense_id, id, version, event, happened_at, actor, data)
                SELECT firm_id, id, gen_random_uuid(), version, 'ApprovalEscalated', now(), 'service:bench',
                       jsonb_build_object('note', repeat('x', 500))
                  FROM moved)
            INSERT INTO plain_outbox (firm_id, id, slot, type, subject, aggregate_version, actor, occurred_at, data)
            SELECT firm_id, gen_random_uuid(), 0, 'rems.approval.ApprovalEscalated.v1', id, version, 'service:bench',
                   now(), repeat('x', 500)
              FROM moved""";

    private final Target target;
    private final ConcurrentMap<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();

    Escalations(Target target) {
        this.target = target;
    }

    void run(int rounds, Duration idle, PrintStream out) throws SQLException, IOException, InterruptedException {
        for (var replica = 1; replica < REPLICAS; replica++) {
            target.stack().startBeside(App.APPROVAL, freePort());
        }
        var submission = submission();
        var escalations = new Comparison("%,d requests due at once".formatted(DueRequests.COUNT), "/s");
        var usual = new Comparison("submission while they escalate, ten a second, p50", "ms");
        var slow = new Comparison("submission while they escalate, ten a second, p99", "ms");
        submitted(submission, WARM_UP);
        for (var round = -1; round < Math.min(rounds, MOST_ROUNDS); round++) {
            var due = new DueRequests(target.stack(), round);
            due.fill();
            var alone = plain();
            Kafka.awaitConsumed(target.stack().kafkaBootstrap());
            var before = submitted(submission, idle);
            var meanwhile = new ConcurrentLinkedQueue<Double>();
            var submitting = submitting(submission, meanwhile);
            var rate = escalated(due);
            submitting.dispose();
            due.requireOnceEach();
            if (round >= 0) {
                escalations.add("claim, update and insert alone, three connections", alone);
                escalations.add("three replicas", rate);
                usual.add("nothing else is done", Percentile.of(before, 50));
                usual.add("three replicas escalate", Percentile.of(meanwhile, 50));
                slow.add("nothing else is done", Percentile.of(before, 99));
                slow.add("three replicas escalate", Percentile.of(meanwhile, 99));
            }
        }
        escalations.print(out);
        usual.print(out);
        slow.print(out);
        out.println("\nSubmissions by status: " + byStatus);
    }

    /** From the commit that makes all of them due until none is. */
    private double escalated(DueRequests due) throws SQLException {
        try (var connection = target.stack().connectAsSuperuser(App.APPROVAL)) {
            due.comeDue();
            var begin = System.nanoTime();
            while (due.areLeft(connection)) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            return perSecondSince(begin);
        }
    }

    private double plain() throws SQLException {
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var connection = 0; connection < REPLICAS; connection++) {
                threads.submit(this::plainBatches);
            }
        }
        return perSecondSince(begin);
    }

    private int plainBatches() throws SQLException {
        try (Connection connection = target.stack().connectAsSuperuser(App.APPROVAL);
                var batch = connection.prepareStatement(PLAIN)) {
            var batches = 0;
            while (batch.executeUpdate() > 0) {
                batches++;
            }
            return batches;
        }
    }

    /** Milliseconds that each submission took. */
    private Collection<Double> submitted(Supplier<byte[]> submission, Duration time) throws InterruptedException {
        var taken = new ConcurrentLinkedQueue<Double>();
        var submitting = submitting(submission, taken);
        Thread.sleep(time);
        submitting.dispose();
        return taken;
    }

    /** Each counts from the moment at which it was due. */
    private Disposable submitting(Supplier<byte[]> submission, Collection<Double> taken) {
        var address = target.pastGateway(App.APPROVAL, "/api/v1/expenses");
        var begin = System.nanoTime();
        return Flux.interval(BETWEEN_SUBMISSIONS)
                .onBackpressureBuffer()
                .flatMap(
                        turn -> target.postStatus(address, submission.get()).doOnNext(status -> {
                            taken.add((System.nanoTime() - begin) / 1e6 - (turn + 1) * BETWEEN_SUBMISSIONS.toMillis());
                            byStatus.computeIfAbsent(status, _ -> new LongAdder())
                                    .increment();
                        }),
                        AT_ONCE)
                .subscribe();
    }

    /** Above the limit: they are put before an owner and the administrators. */
    private Supplier<byte[]> submission() {
        var token = target.accessToken();
        var properties = Premises.named(target, IntStream.range(0, PROPERTIES).mapToObj(number -> "ESC" + number))
                .toList();
        var category = Target.id(Target.post(
                target.throughGateway("/api/v1/expense-categories"), token, Map.of("code", "ESC", "name", "Upkeep")));
        return () -> JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "propertyId",
                        properties.get(ThreadLocalRandom.current().nextInt(PROPERTIES)),
                        "categoryId",
                        category,
                        "amount",
                        Map.of("amount", "4500.000", "currency", "KWD"),
                        "date",
                        FIRST_DAY
                                .plusDays(ThreadLocalRandom.current().nextInt(DAYS))
                                .toString(),
                        "description",
                        "Lift repair",
                        "submit",
                        true));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static double perSecondSince(long begin) {
        return DueRequests.COUNT * 1e9 / (System.nanoTime() - begin);
    }
}
