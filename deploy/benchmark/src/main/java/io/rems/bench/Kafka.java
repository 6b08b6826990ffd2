package io.rems.bench;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Clients of the broker with the settings that the platform gives its own. */
final class Kafka {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private Kafka() {}

    static KafkaProducer<String, byte[]> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "enable.idempotence", true),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static KafkaConsumer<String, byte[]> consumer(String bootstrap) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Until every group has read, and confirmed, all that there is. */
    static void awaitConsumed(String bootstrap) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            while (isBehind(admin)) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException("The broker does not tell what is read", failed);
        }
    }

    private static boolean isBehind(Admin admin) throws ExecutionException, InterruptedException {
        for (var group : admin.listGroups().all().get()) {
            var read = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(read.keySet().stream().collect(toMap(part -> part, _ -> OffsetSpec.latest())))
                    .all()
                    .get();
            if (read.entrySet().stream()
                    .anyMatch(part -> part.getValue().offset()
                            < requireNonNull(ends.get(part.getKey())).offset())) {
                return true;
            }
        }
        return false;
    }
}
