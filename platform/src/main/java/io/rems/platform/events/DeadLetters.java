package io.rems.platform.events;

import io.rems.platform.problem.NotFound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Events that could not be applied, and the way to apply them again once the cause is mended. */
public final class DeadLetters {
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final int EMPTY_POLLS = 2;

    private final EventListeners listeners;
    private final ConsumerFactory<String, byte[]> consumers;
    private final EventsSettings settings;

    DeadLetters(EventListeners listeners, ConsumerFactory<String, byte[]> consumers, EventsSettings settings) {
        this.listeners = listeners;
        this.consumers = consumers;
        this.settings = settings;
    }

    /**
     * What a replay did.
     *
     * @param applied events that are applied now, or had been already
     * @param failed the event that stopped the replay, with the reason; it and those after it wait for the next one
     */
    public record Replay(int applied, List<String> failed) {}

    /** Applies the dead letters of a subscription again, oldest first, and stops at the first that fails again. */
    public Mono<Replay> replay(String subscription) {
        EventSubscription found = listeners.subscriptions().stream()
                .filter(candidate -> candidate.name().equals(subscription))
                .findFirst()
                .orElseThrow(() -> new NotFound("subscription", subscription));
        return Mono.fromCallable(() -> replayed(found)).subscribeOn(Schedulers.boundedElastic());
    }

    private Replay replayed(EventSubscription subscription) {
        String group = listeners.groupOf(subscription) + ".replay";
        int applied = 0;
        int quiet = 0;
        List<String> failed = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(group, "replay")) {
            consumer.subscribe(List.of(listeners.deadLetterTopicOf(subscription)));
            while (quiet < EMPTY_POLLS && failed.isEmpty()) {
                var messages = consumer.poll(POLL);
                quiet = messages.isEmpty() ? quiet + 1 : 0;
                for (ConsumerRecord<String, byte[]> message : messages) {
                    try {
                        listeners.apply(subscription, message).block(settings.handlerTimeout());
                    } catch (RuntimeException e) {
                        failed.add(message.topic() + "@" + message.offset() + ": " + e.getMessage());
                        break;
                    }
                    applied++;
                    consumer.commitSync(Map.of(
                            new TopicPartition(message.topic(), message.partition()),
                            new OffsetAndMetadata(message.offset() + 1)));
                }
            }
        }
        return new Replay(applied, failed);
    }
}
