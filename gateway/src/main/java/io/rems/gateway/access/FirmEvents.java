package io.rems.gateway.access;

import io.rems.platform.events.EventsSettings;
import io.rems.platform.events.ReceivedEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drops or narrows what an event of firm-service makes untrue, and remembers the sign-ins that have ended. Every gateway
 * reads all events, hence no group.
 */
@Component
final class FirmEvents implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FirmEvents.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Map<String, FirmStatus> STATUS_EVENTS = Map.of(
            "rems.firm.FirmSuspended.v1", FirmStatus.SUSPENDED,
            "rems.firm.FirmReactivated.v1", FirmStatus.ACTIVE,
            "rems.firm.FirmClosed.v1", FirmStatus.CLOSED);
    private static final String SESSION_ENDED = "rems.firm.SessionEnded.v1";

    private final Sessions sessions;
    private final EndedSessions endedSessions;
    private final SessionSettings settings;
    private final Clock clock;
    private final String topic;
    private final Map<String, Object> configuration;
    private final JsonMapper json;
    private volatile @Nullable Thread reader;

    FirmEvents(
            Sessions sessions,
            EndedSessions endedSessions,
            SessionSettings settings,
            Clock clock,
            EventsSettings events,
            KafkaProperties kafka,
            JsonMapper json) {
        this.sessions = sessions;
        this.endedSessions = endedSessions;
        this.settings = settings;
        this.clock = clock;
        this.topic = events.topicOf("firm");
        this.configuration = kafka.buildConsumerProperties();
        this.configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.configuration.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        this.json = json;
    }

    @Override
    public void start() {
        Thread thread = Thread.ofPlatform().name("firm-events").daemon().unstarted(this::read);
        reader = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = reader;
        reader = null;
        if (thread != null) {
            relyOn(() -> false);
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }

    /** False for a thread that has been stopped, even if another has been started since. */
    private boolean isReader() {
        return reader == Thread.currentThread();
    }

    private void read() {
        while (isReader()) {
            try (var consumer =
                    new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (RuntimeException e) {
                if (isReader()) {
                    relyOn(() -> false);
                    LOG.warn("Cannot hear of changed assignments, so they are asked for more often: {}", e.toString());
                }
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        var position = new StreamPosition(consumer, topic, settings.tokensLive(), clock);
        relyOn(position::isCurrent);
        while (isReader()) {
            if (position.check()) {
                sessions.dropAll();
            }
            if (position.isFollowing()) {
                apply(consumer.poll(POLL));
            } else {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    private void relyOn(BooleanSupplier eventsArrive) {
        sessions.relyOn(eventsArrive);
        endedSessions.relyOn(eventsArrive);
    }

    private void apply(ConsumerRecords<String, byte[]> records) {
        Set<UUID> users = new HashSet<>();
        records.forEach(message -> apply(message, users));
        if (!users.isEmpty()) {
            sessions.drop(users);
        }
    }

    private void apply(ConsumerRecord<String, byte[]> message, Set<UUID> users) {
        try {
            ReceivedEvent event = ReceivedEvent.of(message, json);
            if (event.type().equals(SESSION_ENDED)) {
                endedSessions.add(event.subject());
            }
            JsonNode user = event.data().path("userId");
            if (user.isString()) {
                users.add(UUID.fromString(user.stringValue()));
            }
            FirmStatus status = STATUS_EVENTS.get(event.type());
            if (status != null) {
                sessions.firmBecame(event.subject(), status);
            }
        } catch (RuntimeException e) {
            LOG.warn("An event of firm-service cannot be read, so all assignments are asked for again", e);
            sessions.dropAll();
        }
    }
}
