package io.rems.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads escalations from Kafka as any other system would: all to the administrators that are published from its making
 * on. What is then left alone once more goes on to the platform, which is not part of the story.
 */
final class Escalations implements AutoCloseable {

    private static final String TOPIC = "rems.approval.events";
    private static final String FIRST_LEVEL = "\"level\":1";
    private static final String TYPE = "rems.approval.ApprovalEscalated.v1";
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> read = new ArrayList<>();

    Escalations(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false),
                new StringDeserializer(),
                new StringDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** The escalation of the expense, if it has come. */
    Optional<ConsumerRecord<String, String>> of(String expense) {
        poll();
        return all(expense).stream().findFirst();
    }

    /** Up to what the topic holds now. */
    List<ConsumerRecord<String, String>> allUntilNow(String expense) {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return all(expense);
    }

    static String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private List<ConsumerRecord<String, String>> all(String expense) {
        return read.stream()
                .filter(message -> header(message, "ce_subject").equals(expense))
                .toList();
    }

    private void poll() {
        consumer.poll(POLL).forEach(message -> {
            if (header(message, "ce_type").equals(TYPE) && message.value().contains(FIRST_LEVEL)) {
                read.add(message);
            }
        });
    }

    @Override
    public void close() {
        consumer.close();
    }
}
