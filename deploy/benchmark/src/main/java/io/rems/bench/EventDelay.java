package io.rems.bench;

import io.rems.local.App;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * From the answer to a command, which follows its commit, until reporting-service shows the event. The baseline is a
 * record's way through the same broker, from send to poll, without outbox, inbox, databases or HTTP.
 */
final class EventDelay {

    private static final int SAMPLES = 200;
    private static final int WARM_UPS = 5;
    private static final Duration GIVE_UP = Duration.ofSeconds(30);
    private static final TopicPartition PLAIN = new TopicPartition("bench.delay", 0);

    private final Target target;

    EventDelay(Target target) {
        this.target = target;
    }

    void run(int rounds, PrintStream out) throws ExecutionException, InterruptedException {
        var typical = new Comparison("one event at a time, p50 of " + SAMPLES, "ms");
        var slow = new Comparison("one event at a time, p99 of " + SAMPLES, "ms");
        try (var producer = Kafka.producer(target.stack().kafkaBootstrap());
                var consumer = Kafka.consumer(target.stack().kafkaBootstrap())) {
            producer.send(new ProducerRecord<>(PLAIN.topic(), new byte[0])).get();
            consumer.assign(List.of(PLAIN));
            consumer.seekToEnd(List.of(PLAIN));
            consumer.position(PLAIN);
            for (var round = -WARM_UPS; round < rounds; round++) {
                var plain = new ArrayList<Double>();
                var event = new ArrayList<Double>();
                for (var sample = 0; sample < SAMPLES; sample++) {
                    plain.add(untilPolled(producer, consumer));
                    event.add(untilVisible());
                }
                if (round >= 0) {
                    typical.add("plain record, sent to polled", Percentile.of(plain, 50));
                    typical.add("event, committed to visible in reporting", Percentile.of(event, 50));
                    slow.add("plain record, sent to polled", Percentile.of(plain, 99));
                    slow.add("event, committed to visible in reporting", Percentile.of(event, 99));
                }
            }
        }
        typical.print(out);
        slow.print(out);
    }

    private double untilPolled(KafkaProducer<String, byte[]> producer, KafkaConsumer<String, byte[]> consumer) {
        var begin = System.nanoTime();
        producer.send(new ProducerRecord<>(PLAIN.topic(), PLAIN.partition(), null, new byte[200]));
        while (consumer.poll(GIVE_UP).isEmpty()) {
            requireTime(begin);
        }
        return millisSince(begin);
    }

    private double untilVisible() {
        var owner = Target.id(Target.post(
                target.throughGateway("/api/v1/owners"),
                target.accessToken(),
                Map.of("name", "Delay", "type", "INDIVIDUAL")));
        var begin = System.nanoTime();
        var log = target.pastGateway(App.REPORTING, "/api/v1/audit-log?limit=1&entity=" + owner);
        var token = target.contextToken();
        while (!Target.get(log, token).blockOptional().orElseThrow().contains(owner.toString())) {
            requireTime(begin);
        }
        return millisSince(begin);
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void requireTime(long begin) {
        if (System.nanoTime() - begin > GIVE_UP.toNanos()) {
            throw new IllegalStateException("Nothing arrived in " + GIVE_UP);
        }
    }
}
