package io.rems.platform.events;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens for the events that the service subscribes to. A listener blocks its own Kafka thread until what
 * was polled is applied: that is what keeps the order of a subject. An event that cannot be applied goes, with the reason,
 * to {@code <topic>.<group>.dlt} after a few tries and holds nobody up; while the database is away, events wait.
 */
public final class EventListeners implements SmartLifecycle {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final EventsSettings settings;
    private final String service;
    private final Inbox inbox;
    private final JsonMapper json;
    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers;
    private final List<EventSubscription> subscriptions;

    EventListeners(
            List<EventSubscription> subscriptions,
            EventsSettings settings,
            String service,
            Inbox inbox,
            JsonMapper json,
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka) {
        this.settings = settings;
        this.service = service;
        this.inbox = inbox;
        this.json = json;
        this.subscriptions = subscriptions;
        this.containers = subscriptions.stream()
                .map(subscription -> container(subscription, consumers, kafka))
                .toList();
    }

    List<EventSubscription> subscriptions() {
        return subscriptions;
    }

    String groupOf(EventSubscription subscription) {
        return settings.topicPrefix() + "rems." + service + "." + subscription.name();
    }

    String topicOf(EventSubscription subscription) {
        return settings.topicOf(subscription.from());
    }

    String deadLetterTopicOf(EventSubscription subscription) {
        return topicOf(subscription) + "." + service + "." + subscription.name() + ".dlt";
    }

    /** Applies a record to the service's data, once. */
    Mono<Void> apply(EventSubscription subscription, ConsumerRecord<String, byte[]> message) {
        return subscription.wants(message)
                ? inbox.applyOnce(subscription, List.of(ReceivedEvent.of(message, json)))
                : Mono.empty();
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return containers.stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container(
            EventSubscription subscription,
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka) {
        ContainerProperties properties = new ContainerProperties(topicOf(subscription));
        properties.setGroupId(groupOf(subscription));
        var events = new PolledEvents(subscription, inbox, json, settings.appliedTogether(), settings.handlerTimeout());
        properties.setMessageListener((BatchMessageListener<String, byte[]>) events::apply);
        properties.setMissingTopicsFatal(false);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(subscription.name());
        container.setConcurrency(settings.concurrency());
        container.setCommonErrorHandler(errorHandler(subscription, kafka));
        return container;
    }

    private DefaultErrorHandler errorHandler(EventSubscription subscription, KafkaTemplate<String, byte[]> kafka) {
        var deadLetters = new DeadLetterPublishingRecoverer(
                kafka, (message, error) -> new TopicPartition(deadLetterTopicOf(subscription), -1));
        var handler = new DefaultErrorHandler(deadLetters, pauses(settings.attempts() - 1L));
        handler.setBackOffFunction((message, error) -> Failures.willPass(error) ? pauses(Long.MAX_VALUE) : null);
        return handler;
    }

    private static BackOff pauses(long retries) {
        ExponentialBackOff pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        pauses.setMaxInterval(LONGEST_PAUSE.toMillis());
        pauses.setMaxAttempts(retries);
        return pauses;
    }
}
