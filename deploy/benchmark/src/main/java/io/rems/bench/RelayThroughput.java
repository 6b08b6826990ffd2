package io.rems.bench;

import io.rems.local.App;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How fast a relay empties an outbox that was filled in one transaction, against a producer that only sends the same
 * records. It is the outbox of reporting-service, whose events nobody consumes here: consumers would take turns with it
 * on the same cores.
 */
final class RelayThroughput {

    private static final int EVENTS = 50_000;
    private static final String DATA = "{\"note\": \"" + "x".repeat(200) + "\"}";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final String TYPE = "rems.reporting.Measured.v1";
    private static final String PLAIN = "bench.relay";

    private final Target target;

    RelayThroughput(Target target) {
        this.target = target;
    }

    void run(int rounds, PrintStream out) throws SQLException {
        var throughput = new Comparison("publishing " + "%,d".formatted(EVENTS) + " events", "/s");
        var database = target.stack().database(App.REPORTING);
        try (var service = DriverManager.getConnection(database.jdbcUrl(), database.app(), database.appPassword());
                var worker =
                        DriverManager.getConnection(database.jdbcUrl(), database.worker(), database.workerPassword())) {
            service.setAutoCommit(false);
            for (var round = -1; round < rounds; round++) {
                var plain = plain();
                var relay = relay(service, worker);
                if (round >= 0) {
                    throughput.add("idempotent producer alone", plain);
                    throughput.add("relay: read, send, delete", relay);
                }
            }
        }
        throughput.print(out);
    }

    private double plain() {
        try (var producer = Kafka.producer(target.stack().kafkaBootstrap())) {
            producer.partitionsFor(PLAIN);
            var records = records();
            var begin = System.nanoTime();
            records.forEach(producer::send);
            producer.flush();
            return perSecondSince(begin);
        }
    }

    /** From the commit of all until none is left; begins at the relay's next look into the outbox. */
    private double relay(Connection service, Connection worker) throws SQLException {
        try (var scope = service.prepareStatement("SELECT set_config('rems.firm_id', ?, true)");
                var events = service.prepareStatement("""
                        INSERT INTO outbox (firm_id, id, slot, type, subject, aggregate_version, actor, occurred_at, data)
                        SELECT ?::uuid, gen_random_uuid(), n % 16, ?, gen_random_uuid(), 1, ?, now(), ?
                        FROM generate_series(1, ?) AS n""")) {
            scope.setString(1, target.firm().toString());
            scope.execute();
            events.setString(1, target.firm().toString());
            events.setString(2, TYPE);
            events.setString(3, target.administrator().toString());
            events.setString(4, DATA);
            events.setInt(5, EVENTS);
            events.execute();
            service.commit();
        }
        var begin = System.nanoTime();
        try (var left = worker.prepareStatement("SELECT EXISTS (SELECT FROM outbox)")) {
            while (isTrue(left)) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
        return perSecondSince(begin);
    }

    private static boolean isTrue(PreparedStatement question) throws SQLException {
        try (var answer = question.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static double perSecondSince(long begin) {
        return EVENTS * 1e9 / (System.nanoTime() - begin);
    }

    /** What the relay makes of the rows. */
    private List<ProducerRecord<String, byte[]>> records() {
        var headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                "/rems/reporting-service",
                "ce_type",
                TYPE,
                "ce_subject",
                UUID.randomUUID().toString(),
                "ce_time",
                Instant.now().toString(),
                "ce_firmid",
                target.firm().toString(),
                "ce_actorid",
                target.administrator().toString(),
                "ce_aggregateversion",
                "1",
                "content-type",
                "application/json");
        return Stream.generate(() -> {
                    var event = new ProducerRecord<>(
                            PLAIN, UUID.randomUUID().toString(), DATA.getBytes(StandardCharsets.UTF_8));
                    headers.forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                    return event;
                })
                .limit(EVENTS)
                .toList();
    }
}
