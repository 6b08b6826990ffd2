package io.rems.platform.test;

import io.rems.platform.Identifiers;
import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import io.rems.platform.events.EventsSettings;
import io.rems.platform.events.ReceivedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Publishes events as another service would, and waits for those of the service under test. */
public final class TestEvents implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Actor TEST = Actor.service("test");

    private final KafkaTemplate<String, byte[]> kafka;
    private final Consumer<String, byte[]> consumer;
    private final EventsSettings settings;
    private final String service;
    private final JsonMapper json;
    private final List<ReceivedEvent> seen = new ArrayList<>();
    private boolean assigned;

    TestEvents(
            KafkaTemplate<String, byte[]> kafka,
            Consumer<String, byte[]> consumer,
            EventsSettings settings,
            String service,
            JsonMapper json) {
        this.kafka = kafka;
        this.consumer = consumer;
        this.settings = settings;
        this.service = service;
        this.json = json;
    }

    /** Publishes an event of another service. @return its id */
    public UUID publish(String from, String type, FirmId firm, UUID subject, long aggregateVersion, Object data) {
        UUID id = Identifiers.next();
        publishAgain(id, from, type, firm, subject, aggregateVersion, data);
        return id;
    }

    /** Publishes an event of what the actor did. */
    public void publishBy(
            Actor actor, String from, String type, FirmId firm, UUID subject, long aggregateVersion, Object data) {
        send(Identifiers.next(), actor, from, type, firm, subject, aggregateVersion, data);
    }

    /** Publishes an event under an id that may have been used before: a second delivery. */
    public void publishAgain(
            UUID id, String from, String type, FirmId firm, UUID subject, long aggregateVersion, Object data) {
        send(id, TEST, from, type, firm, subject, aggregateVersion, data);
    }

    private void send(
            UUID id,
            Actor actor,
            String from,
            String type,
            FirmId firm,
            UUID subject,
            long aggregateVersion,
            Object data) {
        var message = new ProducerRecord<String, byte[]>(
                settings.topicOf(from), subject.toString(), json.writeValueAsBytes(data));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id.toString(),
                        "ce_source", "/rems/" + from + "-service",
                        "ce_type", type,
                        "ce_subject", subject.toString(),
                        "ce_time", Instant.now().toString(),
                        "ce_firmid", firm.toString(),
                        "ce_actorid", actor.id(),
                        "ce_aggregateversion", Long.toString(aggregateVersion))
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        if (actor.supportAccess() != null) {
            message.headers()
                    .add("ce_supportaccessid", actor.supportAccess().toString().getBytes(StandardCharsets.UTF_8));
        }
        kafka.send(message).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Waits for an event of the service under test. */
    public ReceivedEvent await(String type, UUID subject) {
        return await(event -> event.type().equals(type) && event.subject().equals(subject), type + " of " + subject);
    }

    public synchronized ReceivedEvent await(Predicate<ReceivedEvent> wanted, String description) {
        Instant end = Instant.now().plus(PATIENCE);
        do {
            for (ReceivedEvent event : seen) {
                if (wanted.test(event)) {
                    return event;
                }
            }
            poll(Duration.ofMillis(200));
        } while (Instant.now().isBefore(end));
        throw new AssertionError("No event within " + PATIENCE + ": " + description);
    }

    /** Everything of the service under test that is on its topic by now. */
    public synchronized List<ReceivedEvent> all() {
        int before;
        do {
            before = seen.size();
            poll(Duration.ofMillis(500));
        } while (seen.size() > before);
        return List.copyOf(seen);
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }

    private void poll(Duration wait) {
        if (!assigned) {
            String topic = settings.topicOf(service);
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            assigned = true;
        }
        consumer.poll(wait).forEach(message -> seen.add(ReceivedEvent.of(message, json)));
    }
}
